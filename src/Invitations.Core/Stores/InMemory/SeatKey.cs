namespace Invitations.Stores.InMemory;

/// <summary>Whose seats, and of which kind.</summary>
internal readonly record struct SeatKey(TenantId Tenant, GrantKind Kind);
