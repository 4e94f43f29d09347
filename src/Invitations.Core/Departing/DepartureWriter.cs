using Invitations.Stores;

namespace Invitations;

/// <summary>Writes what became of a chunk of invitations with their trail, in one transaction.</summary>
internal sealed class DepartureWriter(
    IStoreTransaction transaction, IInvitationStore store, IDeliveryStore deliveries, IAuditStore audit, SeatAccounting seats)
{
    /// <returns>The invitations as they were written; one that changed in between is missing.</returns>
    public Task<List<Invitation>> WriteAsync(
        DepartureOrder order, List<InvitationUpdate> updates, DateTimeOffset now, CancellationToken cancellationToken) =>
        transaction.ExecuteAsync(
            async token =>
            {
                await seats.MoveAsync(order.Actor.Tenant, updates.ConvertAll(SeatsOf), token).ConfigureAwait(false);
                var outcomes = await store.ChangeAsync(updates.ConvertAll(update => update.Before.ChangedTo(update.After)), token).ConfigureAwait(false);
                var (written, lost) = (new List<InvitationUpdate>(updates.Count), new List<InvitationUpdate>());
                for (var i = 0; i < updates.Count; i++)
                    (outcomes[i] is ChangeOutcome.Applied ? written : lost).Add(updates[i]);
                if (written.Count == 0)
                    return TransactionOutcome.Rollback(new List<Invitation>());

                await seats.UndoAsync(order.Actor.Tenant, lost.ConvertAll(SeatsOf), token).ConfigureAwait(false);
                if (order.Action is InviterDepartureAction.Revoke)
                    await deliveries.CancelAsync(order.Actor.Tenant, written.ConvertAll(update => update.After.Id), now, token).ConfigureAwait(false);
                await audit.AppendAsync(written.ConvertAll(update => Entry(order, update, now)), token).ConfigureAwait(false);
                return TransactionOutcome.Commit(written.ConvertAll(update => update.After));
            },
            cancellationToken);

    private static SeatChange SeatsOf(InvitationUpdate update) => SeatChange.Of(update.Before, update.After);

    private static AuditEntry Entry(DepartureOrder order, InvitationUpdate update, DateTimeOffset now)
    {
        (string, string)[] details = order.Action is InviterDepartureAction.Revoke
            ? [("cause", "inviter_left")]
            : AuditTrail.FormerInviter(update.Before, update.After);
        return AuditTrail.Entry(update.After.Tenant, update.After.Id, order.AuditAction, order.Actor.Inviter.UserId, now, details);
    }
}
