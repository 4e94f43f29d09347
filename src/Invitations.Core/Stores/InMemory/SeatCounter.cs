namespace Invitations.Stores.InMemory;

/// <summary>The taken seats of one tenant and kind.</summary>
internal sealed record SeatCounter(int Taken);
