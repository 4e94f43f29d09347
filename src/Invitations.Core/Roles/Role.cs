namespace Invitations;

/// <summary>A role of the host, with its place in the order of roles.</summary>
/// <param name="Id">The host's id, compared ordinally.</param>
/// <param name="Rank">The higher, the more it may do. Nobody grants a rank above their own.</param>
public sealed record Role(string Id, int Rank);
