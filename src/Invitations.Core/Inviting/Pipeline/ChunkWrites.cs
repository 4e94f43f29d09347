namespace Invitations;

/// <summary>What one transaction did, or, where it was rolled back, would have done.</summary>
/// <param name="Chunks">The chunks in order; empty where another caller had written them under the same idempotency key.</param>
/// <param name="IsCommitted">Whether it was committed.</param>
internal readonly record struct ChunkWrites(IReadOnlyList<ChunkWrite> Chunks, bool IsCommitted)
{
    public IReadOnlyList<InviteResult> Results => Chunks.Count == 1 ? Chunks[0].Results : [.. Chunks.SelectMany(chunk => chunk.Results)];
}
