namespace Invitations.Stores.InMemory;

/// <summary>The orders in which lists go through the invitations of one tenant, and in which those that have ended are made anonymous.</summary>
internal sealed record InvitationOrders(SortedRows<Invitation> ByCreation, SortedRows<Invitation> ByExpiry, SortedRows<Invitation> ByEnd)
{
    public static InvitationOrders Empty { get; } = new(
        new(static row => new(row.CreatedAt, row.Id)),
        new(static row => new(Expiry(row.ExpiresAt), row.Id)),
        new(static row => new(row.EndedAt!.Value, row.Id)));

    public bool IsEmpty => !ByCreation.After(null).Any();

    public InvitationOrders With(List<Invitation> removed, List<Invitation> added) => new(
        ByCreation.With(removed, added),
        ByExpiry.With(removed, added),
        ByEnd.With(removed.FindAll(IsKept), added.FindAll(IsKept)));

    /// <summary>The rows of the order asked for, all or those that come after a place in it.</summary>
    public IEnumerable<Invitation> Walk(InvitationSort sort, InvitationKeyset? after) => sort switch
    {
        InvitationSort.NewestFirst => ByCreation.Before(ByCreationAt(after)),
        InvitationSort.OldestFirst => ByCreation.After(ByCreationAt(after)),
        InvitationSort.ExpiringFirst => ByExpiry.After(after is { } keyset ? new(Expiry(keyset.At), keyset.Id) : null),
        _ => throw new ArgumentOutOfRangeException(nameof(sort), sort, "There is no such order."),
    };

    /// <summary>Whether it has ended and still says who it was for.</summary>
    private static bool IsKept(Invitation invitation) =>
        invitation is { EndedAt: not null, AnonymizedAt: null } && !InvitationLifecycle.IsOpen(invitation.Status);

    private static DateTimeOffset Expiry(DateTimeOffset? expiresAt) => expiresAt ?? DateTimeOffset.MaxValue;

    private static Place? ByCreationAt(InvitationKeyset? after) => after is { } keyset
        ? new(keyset.At ?? throw new ArgumentException("A place in the order of creation has an instant.", nameof(after)), keyset.Id)
        : null;
}
