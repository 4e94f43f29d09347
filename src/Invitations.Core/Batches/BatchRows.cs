using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Invitations.Stores;

namespace Invitations;

/// <summary>Makes rows of a batch of what somebody gave, and reads them back.</summary>
internal sealed class BatchRows(ChunkReviewer reviewer, RowNormalizer normalizer)
{
    // What is written is read by us alone, so only what JSON itself asks for is escaped.
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Checks rows as they would be for inviting, and writes nothing.</summary>
    /// <param name="operation">The call.</param>
    /// <param name="batchId">The batch.</param>
    /// <param name="given">The rows.</param>
    /// <param name="first">The position of the first one.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<StagedChunk> CheckAsync(
        InviteOperation operation, Guid batchId, IReadOnlyList<StagingRow> given, int first, CancellationToken cancellationToken)
    {
        var chunk = await reviewer.ReviewAsync(operation, [.. given.Select(row => row.Invite)], first, cancellationToken).ConfigureAwait(false);
        var prints = Print(given, first);
        var (rows, refused) = (new StoredBatchRow[given.Count], new List<InviteResult>());
        for (var i = 0; i < rows.Length; i++)
        {
            var row = chunk.Rows[i];
            foreach (var problem in given[i].Problems)
                row.Policy.Refuse(problem);
            var isRefused = row.Outcome is InviteOutcome.Refused;
            if (isRefused)
                refused.Add(row.Refused());
            rows[i] = new()
            {
                Tenant = operation.Context.Tenant,
                BatchId = batchId,
                Position = first + i,
                Row = row.Policy.Row,
                Status = isRefused ? BatchRowStatus.Refused : BatchRowStatus.Waiting,
                Recipient = isRefused ? new() : row.Policy.Draft.Recipient,
                Groups = isRefused ? [] : row.Policy.Draft.Grant.Groups,
                Content = isRefused ? null : Encoding.UTF8.GetString(prints[i].AsSpan(sizeof(int))),
                Errors = isRefused ? ErrorJson.Write(row.Policy.Errors) : null,
            };
        }

        return new(rows, prints, refused);
    }

    /// <summary>Remembers who rows are about that were checked by an earlier call, so that no later row is about the same person.</summary>
    public void Remember(InviteOperation operation, IReadOnlyList<StagingRow> given, int first)
    {
        var grant = GrantReader.Read(operation.Options);
        for (var i = 0; i < given.Count; i++)
        {
            var row = normalizer.Normalize(given[i].Invite, first + i, operation, grant);
            operation.Remember(row, row.Outcome);
        }
    }

    /// <summary>What a fingerprint takes in of each row: its number and its content.</summary>
    public static byte[][] Print(IReadOnlyList<StagingRow> given, int first)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using var json = new Utf8JsonWriter(buffer, Plain);
        var prints = new byte[given.Count][];
        for (var i = 0; i < prints.Length; i++)
        {
            var invite = given[i].Invite;
            BinaryPrimitives.WriteInt32LittleEndian(buffer.GetSpan(sizeof(int)), invite.Row > 0 ? invite.Row : first + i);
            buffer.Advance(sizeof(int));
            InviteJson.Write(json, invite);
            json.Flush();
            prints[i] = buffer.WrittenSpan.ToArray();
            buffer.ResetWrittenCount();
            json.Reset();
        }

        return prints;
    }

    /// <summary>The row as somebody sees it.</summary>
    public static InvitationBatchRow Shown(StoredBatchRow row) => new()
    {
        BatchId = row.BatchId,
        Position = row.Position,
        Row = row.Row,
        Status = row.Status,
        Invite = row.Content is null ? null : InviteJson.Read(row.Content, row.Row),
        Recipient = row.Recipient.IsAnyone ? null : row.Recipient,
        Outcome = row.Outcome,
        InvitationId = row.InvitationId,
        Errors = ErrorJson.Read(row.Errors),
    };
}
