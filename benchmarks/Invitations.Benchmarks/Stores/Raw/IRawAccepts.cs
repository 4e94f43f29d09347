namespace Invitations.Benchmarks.Stores.Raw;

/// <summary>Accepts on one connection, as fast as the database can: begin, conditional update, insert of a membership, commit.</summary>
internal interface IRawAccepts : IAsyncDisposable
{
    /// <summary>Accepts an open invitation.</summary>
    Task AcceptAsync(Guid invitationId, string userId);
}
