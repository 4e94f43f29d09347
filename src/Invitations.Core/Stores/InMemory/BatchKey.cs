namespace Invitations.Stores.InMemory;

/// <summary>The key of a caller who staged a batch.</summary>
internal readonly record struct BatchKey(TenantId Tenant, string Key);
