using Invitations.Stores;

namespace Invitations;

/// <summary>Ends many invitations of one tenant at once: their messages are cancelled, their seats are free, the trail tells of it.</summary>
internal sealed class InvitationEnder(IStoreTransaction transaction, IInvitationSetStore sets, SeatAccounting seats)
{
    /// <param name="found">The invitations as they were read.</param>
    /// <param name="status">The status they get.</param>
    /// <param name="actor">Who does it, or null for the clock.</param>
    /// <param name="now">When.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>Those that ended, as they are now; what has changed since it was read is left out.</returns>
    public Task<IReadOnlyList<Invitation>> EndAsync(
        IReadOnlyList<Invitation> found, InvitationStatus status, string? actor, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var action = status is InvitationStatus.Expired ? AuditAction.Expired : AuditAction.Revoked;
        var chunk = InvitationSets.Of(found, now, it => AuditTrail.Entry(it.Tenant, it.Id, action, actor, now));
        var ended = found.Select(it => it.Ended(status, now)).ToList();
        SeatChange[] freed = [.. found.Zip(ended, SeatChange.Of)];
        return transaction.ExecuteAsync(
            async token =>
            {
                await seats.TryMoveAsync(chunk.Tenant, freed, token).ConfigureAwait(false);
                var ids = (await sets.EndAsync(chunk, status, token).ConfigureAwait(false)).ToHashSet();
                await seats.UndoAsync(chunk.Tenant, [.. freed.Where((_, i) => !ids.Contains(found[i].Id))], token).ConfigureAwait(false);
                return TransactionOutcome.Commit<IReadOnlyList<Invitation>>([.. ended.Where(it => ids.Contains(it.Id))]);
            },
            cancellationToken);
    }
}
