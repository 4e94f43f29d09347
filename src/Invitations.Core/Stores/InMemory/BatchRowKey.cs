namespace Invitations.Stores.InMemory;

/// <summary>By what a row of a batch is found.</summary>
internal readonly record struct BatchRowKey(Guid BatchId, int Position);
