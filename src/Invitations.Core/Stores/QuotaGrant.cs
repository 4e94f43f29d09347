namespace Invitations.Stores;

/// <summary>What came of a <see cref="QuotaRequest"/>.</summary>
/// <param name="Granted">How many were taken.</param>
/// <param name="Taken">How many are taken in the window now, these included.</param>
/// <param name="EndsAt">When the window ends.</param>
public readonly record struct QuotaGrant(int Granted, int Taken, DateTimeOffset EndsAt);
