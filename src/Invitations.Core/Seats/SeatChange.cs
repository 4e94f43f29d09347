namespace Invitations;

/// <summary>What one change means for the seats: the kind that was held before, and the kind that is held after it.</summary>
internal readonly record struct SeatChange(GrantKind? From, GrantKind? To)
{
    /// <summary>A seat for somebody who becomes a member without an invitation.</summary>
    public static SeatChange Taken(GrantKind kind) => new(null, kind);

    /// <param name="before">The invitation as it was, or null where it is new.</param>
    /// <param name="after">The invitation as it will be, or null where it is deleted.</param>
    public static SeatChange Of(Invitation? before, Invitation? after) => new(Held(before), Held(after));

    public SeatChange Reversed => new(To, From);

    public bool Frees(GrantKind kind) => From == kind && To != kind;

    public bool Takes(GrantKind kind) => To == kind && From != kind;

    /// <summary>An accepted invitation has handed its seat on to the member, so that acceptance changes nothing. What is not sent yet holds none.</summary>
    private static GrantKind? Held(Invitation? invitation) =>
        invitation is { Status: InvitationStatus.Pending or InvitationStatus.Accepted } ? invitation.Grant.Kind : null;
}
