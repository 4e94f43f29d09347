using Invitations.Stores;

namespace Invitations;

/// <summary>Rows that were checked and are ready to be written.</summary>
/// <param name="Rows">The rows as they will be stored.</param>
/// <param name="Prints">What the fingerprint takes in of each.</param>
/// <param name="Refused">Those that were refused.</param>
internal sealed record StagedChunk(IReadOnlyList<StoredBatchRow> Rows, IReadOnlyList<byte[]> Prints, IReadOnlyList<InviteResult> Refused);
