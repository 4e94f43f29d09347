namespace Invitations.Stores.InMemory;

/// <summary>By what the use of a link is found.</summary>
internal readonly record struct LinkUseKey(Guid LinkId, LinkPerson Person);
