namespace Invitations.Stores.InMemory;

internal readonly record struct SuppressionKey(SuppressionScope Scope, string AddressHash);
