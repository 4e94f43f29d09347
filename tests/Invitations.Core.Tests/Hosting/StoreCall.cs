namespace Invitations.Tests.Hosting;

/// <summary>One call of a store: which method of which contract, and what it was given.</summary>
internal sealed record StoreCall(string Name, object? Argument);
