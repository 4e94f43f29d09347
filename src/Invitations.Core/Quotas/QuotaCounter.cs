using Invitations.Stores;

namespace Invitations;

/// <summary>One counter, what is wanted of it, and what is left of what was granted.</summary>
internal sealed class QuotaCounter(string rule, string key, Quota quota, string? field)
{
    public string Key => key;

    public int Wanted { get; set; }

    public int Left { get; private set; }

    /// <summary>When the window ends.</summary>
    public DateTimeOffset EndsAt { get; private set; }

    /// <summary>The error of whoever finds nothing left.</summary>
    public InvitationError? Error { get; private set; }

    public QuotaRequest Request => new(key, Wanted, quota.Limit, quota.Window);

    public void Grant(QuotaGrant grant) => Set(grant.Granted, grant.Taken, grant.EndsAt);

    /// <param name="running">The window that is running, or null where none is.</param>
    /// <param name="used">What earlier messages would have used up.</param>
    /// <param name="now">The present instant.</param>
    public void Preview(QuotaWindow? running, int used, DateTimeOffset now)
    {
        var taken = (running?.Taken ?? 0) + used;
        var left = Math.Clamp(quota.Limit - taken, 0, Wanted);
        Set(left, taken + left, running?.EndsAt ?? now + quota.Window);
    }

    public void Take() => Left--;

    public void GiveBack() => Left++;

    private void Set(int left, int taken, DateTimeOffset endsAt)
    {
        (Left, EndsAt) = (left, endsAt);
        Error = Refusals.QuotaExceeded(rule, field, taken, quota, endsAt);
    }
}
