namespace Invitations.Stores;

/// <summary>A use of a link that is asked for.</summary>
/// <param name="Use">The use; <see cref="LinkUse.UsedAt"/> is the present instant, by which expiry is judged.</param>
/// <param name="ExpectedVersion">The version of the link that was judged; with another one nothing is taken.</param>
public sealed record LinkUseRequest(LinkUse Use, long ExpectedVersion);
