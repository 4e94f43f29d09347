namespace Invitations.Stores.InMemory;

/// <summary>What the clock will make due, across all tenants: open invitations by when they expire, pending ones by when they are to be reminded.</summary>
internal sealed record DueInvitations(SortedRows<Invitation> ByExpiry, SortedRows<Invitation> ByReminder)
{
    public static DueInvitations Empty { get; } = new(
        new(static row => new(row.ExpiresAt!.Value, row.Id)),
        new(static row => new(row.ReminderDueAt!.Value, row.Id)));

    public DueInvitations With(List<Invitation> removed, List<Invitation> added) => new(
        ByExpiry.With(removed.FindAll(Expires), added.FindAll(Expires)),
        ByReminder.With(removed.FindAll(IsReminded), added.FindAll(IsReminded)));

    private static bool Expires(Invitation invitation) =>
        invitation is { Status: InvitationStatus.Pending or InvitationStatus.AwaitingApproval, ExpiresAt: not null };

    private static bool IsReminded(Invitation invitation) => invitation is { Status: InvitationStatus.Pending, ReminderDueAt: not null };
}
