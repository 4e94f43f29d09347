namespace Invitations;

/// <summary>The hours in which nobody is reminded: a reminder that would be due in them comes when they end.</summary>
public sealed record QuietHours
{
    /// <summary>When they begin, by the clock of the person.</summary>
    public required TimeOnly From { get; init; }

    /// <summary>When they end; earlier than <see cref="From"/> means on the next day.</summary>
    public required TimeOnly Until { get; init; }

    /// <summary>The time zone of the tenant's people, such as <c>Europe/Brussels</c> (IANA). The default value is <c>UTC</c>.</summary>
    public string TimeZone { get; init; } = "UTC";

    /// <summary>
    /// The key of a field of the host's own (see <see cref="TenantSettings.Fields"/>) that holds the time zone of a person, or null, the default. Where it is
    /// empty, or no time zone, <see cref="TimeZone"/> counts.
    /// </summary>
    public string? TimeZoneField { get; init; }

    /// <summary>An instant, or the end of the quiet hours that it is in.</summary>
    internal DateTimeOffset Quieted(DateTimeOffset at, Profile profile)
    {
        var zone = ZoneOf(profile);
        var local = TimeZoneInfo.ConvertTime(at, zone);
        var time = TimeOnly.FromTimeSpan(local.TimeOfDay);
        if (!time.IsBetween(From, Until))
            return at;
        var day = DateOnly.FromDateTime(local.DateTime).AddDays(From > Until && time >= From ? 1 : 0);
        var end = day.ToDateTime(Until);
        while (zone.IsInvalidTime(end))
            end = end.AddMinutes(30);
        return InvitationClock.Cut(new DateTimeOffset(end, zone.GetUtcOffset(end)));
    }

    internal static bool IsZone(string id) => TimeZoneInfo.TryFindSystemTimeZoneById(id, out _);

    private TimeZoneInfo ZoneOf(Profile profile)
    {
        if (TimeZoneField is { } field && profile.Fields.TryGetValue(field, out var own) && TimeZoneInfo.TryFindSystemTimeZoneById(own, out var zone))
            return zone;
        return TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out zone) ? zone : TimeZoneInfo.Utc;
    }
}
