using Invitations.Stores;

namespace Invitations;

/// <summary>Writes the answers of a chunk with their deliveries and their trail, in one transaction.</summary>
internal sealed class ApprovalWriter(
    IStoreTransaction transaction,
    IInvitationStore store,
    IDeliveryStore deliveries,
    IAuditStore audit,
    InvitationIssuer issuer,
    SeatAccounting seats)
{
    /// <summary>The chance of a code that is taken is small; of five in a row, none.</summary>
    private const int CodeTries = 5;

    public Task<ApprovalWrite> WriteAsync(
        ApprovalAnswer answer, IReadOnlyList<InvitationUpdate> decisions, DateTimeOffset now, CancellationToken cancellationToken) =>
        transaction.ExecuteAsync(
            async token =>
            {
                var refused = await TakeSeatsAsync(answer, decisions, token).ConfigureAwait(false);
                var seated = decisions.Where(decision => !refused.ContainsKey(decision.Before.Id)).ToList();
                var written = await ChangeAsync(seated, now, token).ConfigureAwait(false);
                if (written.Count == 0)
                    return TransactionOutcome.Rollback(new ApprovalWrite([], refused));

                var lost = seated.ExceptBy(written.Select(decision => decision.Before.Id), decision => decision.Before.Id);
                await seats.UndoAsync(answer.Context.Tenant, [.. lost.Select(SeatsOf)], token).ConfigureAwait(false);
                var toSend = written.Where(decision => answer.IsYes)
                    .SelectMany(decision => InvitationIssuer.DeliveriesOf(decision.After, DeliveryPurpose.Invitation, now))
                    .ToList();
                if (toSend.Count > 0)
                    await deliveries.AddAsync(toSend, token).ConfigureAwait(false);
                await audit.AppendAsync([.. written.Select(decision => Entry(answer, decision, now))], token).ConfigureAwait(false);
                return TransactionOutcome.Commit(new ApprovalWrite(written.ConvertAll(decision => decision.After), refused));
            },
            cancellationToken);

    /// <summary>Takes the seats in the order of the list, before anything is changed.</summary>
    /// <returns>Those for which the plan has none left, with the reason.</returns>
    private async Task<Dictionary<Guid, InvitationError>> TakeSeatsAsync(
        ApprovalAnswer answer, IReadOnlyList<InvitationUpdate> decisions, CancellationToken cancellationToken)
    {
        var refused = new Dictionary<Guid, InvitationError>();
        var shares = await seats.MoveAsync(answer.Context.Tenant, [.. decisions.Select(SeatsOf)], cancellationToken).ConfigureAwait(false);
        foreach (var share in shares)
        {
            foreach (var decision in decisions.Where(decision => SeatsOf(decision).Takes(share.Kind)).Skip(share.Grant.Granted))
                refused.Add(decision.Before.Id, share.Error);
        }

        return refused;
    }

    private static SeatChange SeatsOf(InvitationUpdate decision) => SeatChange.Of(decision.Before, decision.After);

    private async Task<List<InvitationUpdate>> ChangeAsync(
        List<InvitationUpdate> decisions, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var written = new List<InvitationUpdate>(decisions.Count);
        for (var attempt = 1; decisions.Count > 0; attempt++)
        {
            var changes = decisions.ConvertAll(decision => decision.Before.ChangedTo(decision.After, unexpiredAt: now));
            var outcomes = await store.ChangeAsync(changes, cancellationToken).ConfigureAwait(false);
            written.AddRange(decisions.Where((_, i) => outcomes[i] is ChangeOutcome.Applied));

            // It holds its addresses since it was made: what can be taken is the code that it gets now.
            decisions = attempt == CodeTries
                ? []
                : [.. decisions.Where((_, i) => outcomes[i] is ChangeOutcome.KeyTaken).Select(WithNextSecret)];
        }

        return written;
    }

    private InvitationUpdate WithNextSecret(InvitationUpdate decision) => decision with { After = issuer.WithNextSecret(decision.After) };

    private static AuditEntry Entry(ApprovalAnswer answer, InvitationUpdate decision, DateTimeOffset now)
    {
        (string, string)[] requester = decision.Before.InvitedBy.Length > 0 ? [("requester", decision.Before.InvitedBy)] : [];
        return AuditTrail.Entry(
            decision.After.Tenant, decision.After.Id, answer.Action, answer.Context.Inviter.UserId, now,
            [.. requester, ("origin", decision.Before.Origin.ToString())]);
    }
}
