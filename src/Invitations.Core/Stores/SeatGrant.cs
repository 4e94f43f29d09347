namespace Invitations.Stores;

/// <summary>What came of a <see cref="SeatMove"/>.</summary>
/// <param name="Granted">How many of the wanted seats were taken.</param>
/// <param name="Taken">How many are taken now, these included.</param>
public readonly record struct SeatGrant(int Granted, int Taken);
