using System.Data.Common;

namespace Invitations.Benchmarks.Stores.Raw;

/// <summary>Writes rows chunk by chunk, as fast as the database takes them.</summary>
internal interface IRawInserts : IAsyncDisposable
{
    /// <summary>The rows of a chunk.</summary>
    const int ChunkSize = 1_000;

    /// <summary>Writes the chunk that begins with a row.</summary>
    Task WriteAsync(DbTransaction transaction, int first);
}
