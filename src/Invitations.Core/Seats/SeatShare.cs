using Invitations.Stores;

namespace Invitations;

/// <summary>How many of the seats of one kind that were wanted there are.</summary>
internal readonly record struct SeatShare(SeatMove Move, SeatGrant Grant)
{
    public GrantKind Kind => Move.Kind;

    public bool IsShort => Grant.Granted < Move.Take;

    public InvitationError Error => Refusals.NoSeat(Move.Kind, Grant.Taken, Move.Limit ?? Grant.Taken);
}
