namespace Invitations.Stores.InMemory;

/// <summary>By what an idempotency record is found.</summary>
internal readonly record struct IdempotencyKey(TenantId Tenant, string Key, int FirstRow);
