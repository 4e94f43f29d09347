using Invitations.Stores;

namespace Invitations;

/// <summary>Remembers what was done under the caller's key and gives it again.</summary>
internal sealed class IdempotencyLedger(IIdempotencyStore store, RowNormalizer normalizer)
{
    public Task<IdempotencyRecord?> FindAsync(InviteOperation operation, int firstRow, CancellationToken cancellationToken) =>
        operation.Key is { } key
            ? store.FindAsync(operation.Context.Tenant, key, firstRow, cancellationToken)
            : Task.FromResult<IdempotencyRecord?>(null);

    /// <summary>The first results again, or a conflict for each row where the rows are not the ones of the first time.</summary>
    public IReadOnlyList<InviteResult> Replay(InviteOperation operation, IdempotencyRecord record, IReadOnlyList<Invite> invites, int firstPosition)
    {
        if (record.RowCount != invites.Count
            || !string.Equals(record.Fingerprint, FingerprintOf(operation, invites), StringComparison.Ordinal))
        {
            operation.IsInConflict = true;
            return [.. invites.Select((invite, i) => new InviteResult(invite.Row > 0 ? invite.Row : firstPosition + i, InviteOutcome.Refused)
            {
                Errors = [Conflict(record.Key)],
            })];
        }

        // What is still to be done belongs to the batch of the first time.
        if (record.BatchId != Guid.Empty)
            operation.BatchId = record.BatchId;
        var rows = invites.Select((invite, i) => normalizer.Normalize(invite, firstPosition + i, operation, Grant.Member)).ToList();
        var results = OutcomeJson.Read(record.Outcome, rows.ConvertAll(row => row.Recipient));
        for (var i = 0; i < rows.Count; i++)
            operation.Remember(rows[i], results[i].Outcome);
        return results;
    }

    public static InvitationError Conflict(string key) =>
        Refusals.Of(InvitationErrorCodes.IdempotencyConflict, FieldNames.IdempotencyKey, "key", key);

    /// <returns>False where another caller has written the chunk in the meantime.</returns>
    public async Task<bool> TryWriteAsync(
        InviteOperation operation,
        IReadOnlyList<Invite> invites,
        int firstPosition,
        IReadOnlyList<InviteResult> results,
        DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        if (operation.Key is not { } key)
            return true;

        var record = new IdempotencyRecord
        {
            Tenant = operation.Context.Tenant,
            Key = key,
            FirstRow = firstPosition,
            RowCount = invites.Count,
            BatchId = operation.BatchId ?? Guid.Empty,
            Fingerprint = FingerprintOf(operation, invites),
            Outcome = OutcomeJson.Write(results),
            CreatedAt = now,
        };
        return await store.TryAddAsync(record, cancellationToken).ConfigureAwait(false);
    }

    private static string FingerprintOf(InviteOperation operation, IReadOnlyList<Invite> invites) =>
        operation.Fingerprint ?? InviteFingerprint.Of(invites, operation.Options, operation.Context.Inviter);
}
