namespace Invitations.Stores.EntityFramework;

/// <summary>The taken seats of one tenant and kind, and what the last move granted: the statement that grants is the one that knows.</summary>
internal sealed record SeatCounter(string Tenant, int Kind, int Granted, int Taken);
