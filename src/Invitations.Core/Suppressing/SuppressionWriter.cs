using Invitations.Stores;

namespace Invitations;

/// <summary>Writes the list of suppressed addresses, and the trail of the tenant whose list it is.</summary>
internal sealed class SuppressionWriter(
    IStoreTransaction transaction, ISuppressionStore store, IAuditStore audit, AddressHashes hashes, InvitationClock clock)
{
    /// <summary>Adds addresses to a list, those that are not on it yet.</summary>
    /// <param name="scope">The list.</param>
    /// <param name="addresses">Canonical addresses.</param>
    /// <param name="reason">Why.</param>
    /// <param name="actor">Who does it, or null where the person did.</param>
    /// <param name="invitationId">The invitation that was declined, or null.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>What was added.</returns>
    public Task<IReadOnlyList<Suppression>> AddAsync(
        SuppressionScope scope,
        IReadOnlyCollection<string> addresses,
        SuppressionReason reason,
        string? actor,
        Guid? invitationId,
        CancellationToken cancellationToken) =>
        transaction.ExecuteAsync<IReadOnlyList<Suppression>>(
            async token =>
            {
                var now = clock.Now;
                var known = await store.FindAsync([scope], [.. addresses.SelectMany(hashes.AllOf)], token).ConfigureAwait(false);
                var knownHashes = known.Select(entry => entry.AddressHash).ToHashSet(StringComparer.Ordinal);
                var added = addresses
                    .Where(address => !hashes.AllOf(address).Any(knownHashes.Contains))
                    .Select(address => New(scope, address, reason, actor, now))
                    .DistinctBy(entry => entry.AddressHash)
                    .ToList();
                if (added.Count > 0 && await store.AddAsync(added, token).ConfigureAwait(false) > 0)
                    await RecordAsync(scope, added, AuditAction.Suppressed, actor, invitationId, now, token).ConfigureAwait(false);
                return TransactionOutcome.Commit<IReadOnlyList<Suppression>>(added);
            },
            cancellationToken);

    public Task<Suppression?> RemoveAsync(SuppressionScope scope, Guid id, string actor, CancellationToken cancellationToken) =>
        transaction.ExecuteAsync<Suppression?>(
            async token =>
            {
                if (await store.RemoveAsync(scope, id, token).ConfigureAwait(false) is not { } removed)
                    return TransactionOutcome.Rollback<Suppression?>(null);
                await RecordAsync(scope, [removed], AuditAction.Unsuppressed, actor, null, clock.Now, token).ConfigureAwait(false);
                return TransactionOutcome.Commit<Suppression?>(removed);
            },
            cancellationToken);

    private Suppression New(SuppressionScope scope, string address, SuppressionReason reason, string? actor, DateTimeOffset now) => new()
    {
        Id = TimeOrderedId.At(now),
        Scope = scope,
        AddressHash = hashes.Of(address),
        MaskedAddress = AddressMask.Mask(address),
        Reason = reason,
        By = actor,
        At = now,
    };

    /// <summary>A trail belongs to a tenant; of the list for all tenants the entries themselves and the log tell.</summary>
    private async Task RecordAsync(
        SuppressionScope scope,
        IReadOnlyList<Suppression> entries,
        AuditAction action,
        string? actor,
        Guid? invitationId,
        DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        if (scope.Tenant is not { } tenant)
            return;
        var lines = entries.Select(entry => AuditTrail.Entry(
            tenant, invitationId, action, actor, now, ("address", entry.MaskedAddress), ("reason", entry.Reason.ToString())));
        await audit.AppendAsync([.. lines], cancellationToken).ConfigureAwait(false);
    }
}
