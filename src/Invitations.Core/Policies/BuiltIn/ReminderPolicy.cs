namespace Invitations;

/// <summary>Reminds at the instants of the settings, or when the quiet hours that they are in end. Those that were missed are one reminder: the next one is the first that is still to come.</summary>
internal sealed class ReminderPolicy : IReminderPolicy
{
    public ValueTask PlanAsync(ReminderContext context, CancellationToken cancellationToken)
    {
        var settings = context.Settings.Reminders;
        foreach (var plan in context.Plans)
        {
            // A tenant that has switched reminders off gets none of those that were planned before either.
            if (settings.After.Count == 0 && settings.Ratios.Count == 0)
                plan.Skip();
            if (plan.IsDue && Quieted(settings, plan.Invitation, context.Now) is var morning && morning > context.Now)
            {
                plan.Skip();
                plan.RemindAt(morning);
            }
            else if (Next(settings, plan.Invitation, context.Now) is { } next)
            {
                plan.RemindAt(Quieted(settings, plan.Invitation, next));
            }
        }

        return ValueTask.CompletedTask;
    }

    private static DateTimeOffset Quieted(ReminderSettings settings, Invitation invitation, DateTimeOffset at) =>
        settings.QuietHours?.Quieted(at, invitation.Profile) ?? at;

    private static DateTimeOffset? Next(ReminderSettings settings, Invitation invitation, DateTimeOffset now)
    {
        if (invitation.IssuedAt is not { } issuedAt)
            return null;
        DateTimeOffset? next = null;
        foreach (var delay in settings.After)
            Consider(delay);
        if (invitation.ExpiresAt is { } expiresAt)
        {
            foreach (var ratio in settings.Ratios)
                Consider((expiresAt - issuedAt) * ratio);
        }

        return next;

        void Consider(TimeSpan delay)
        {
            var at = InvitationClock.Cut(issuedAt + delay);
            if (at > now && (next is null || at < next))
                next = at;
        }
    }
}
