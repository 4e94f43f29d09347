namespace Invitations;

/// <summary>The reminders of one invitation. Without an answer there is no further one.</summary>
public sealed class ReminderPlan
{
    private readonly DateTimeOffset _now;

    internal ReminderPlan(Invitation invitation, DateTimeOffset now, bool isDue)
    {
        Invitation = invitation;
        IsDue = isDue;
        _now = now;
    }

    /// <summary>The invitation, as it was just issued or as it is now.</summary>
    public Invitation Invitation { get; }

    /// <summary>Whether a reminder is due now, and will be queued unless <see cref="Skip"/> is called.</summary>
    public bool IsDue { get; private set; }

    internal DateTimeOffset? NextAt { get; private set; }

    /// <summary>Says when the next reminder is due. One at or after the expiry is none.</summary>
    /// <param name="at">Later than now.</param>
    /// <exception cref="ArgumentOutOfRangeException">The instant is not later than now: it would come again and again.</exception>
    public void RemindAt(DateTimeOffset at)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(at, _now);
        NextAt = Invitation.ExpiresAt <= at ? null : InvitationClock.Cut(at);
    }

    /// <summary>Does not send the one that is due now.</summary>
    public void Skip() => IsDue = false;
}
