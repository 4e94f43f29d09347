namespace Invitations.Stores;

/// <summary>The counter of one kind of seats.</summary>
/// <param name="Kind">Members or guests.</param>
/// <param name="Taken">How many are taken, by members and by pending invitations.</param>
/// <param name="Pending">How many pending invitations there are.</param>
public readonly record struct SeatTally(GrantKind Kind, int Taken, int Pending);
