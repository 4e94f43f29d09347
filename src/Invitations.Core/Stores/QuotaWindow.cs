namespace Invitations.Stores;

/// <summary>A counter whose window is running.</summary>
/// <param name="Key">Whose counter.</param>
/// <param name="Taken">How many are taken.</param>
/// <param name="EndsAt">When the window ends.</param>
public sealed record QuotaWindow(string Key, int Taken, DateTimeOffset EndsAt);
