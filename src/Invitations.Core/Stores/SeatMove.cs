namespace Invitations.Stores;

/// <summary>Seats of one kind that are freed and taken.</summary>
/// <param name="Kind">Members or guests.</param>
/// <param name="Free">How many are freed, 0 or more.</param>
/// <param name="Take">How many are wanted, 0 or more.</param>
/// <param name="Limit">The most that may be taken in all, 0 or more, or null for any number.</param>
public readonly record struct SeatMove(GrantKind Kind, int Free, int Take, int? Limit);
