namespace Invitations;

/// <summary>The seats and the quotas of a chunk that is issued again: so many are as the plan and the rules leave, in the order of the chunk.</summary>
internal sealed class ReissueCapacity(SeatAccounting seats, QuotaGate quotas)
{
    private readonly Dictionary<Guid, SeatChange> _moved = [];
    private readonly Dictionary<Guid, int> _messages = [];
    private QuotaTake _take = QuotaTake.Unlimited;

    /// <summary>Takes what the changes need, seats first, as the first writes of the transaction.</summary>
    /// <param name="operation">Who issues.</param>
    /// <param name="changes">The invitations before and after.</param>
    /// <param name="ending">What ends in their favour.</param>
    /// <param name="now">The present instant.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>Those that do not find all that they need.</returns>
    public async Task<Dictionary<Guid, InvitationError>> TakeAsync(
        OperationContext operation,
        IReadOnlyList<(Invitation Before, Invitation After)> changes,
        IReadOnlyList<Invitation> ending,
        DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        _messages.Clear();
        var refused = await TakeSeatsAsync(operation.Tenant, changes, ending, cancellationToken).ConfigureAwait(false);
        var wanted = changes.Where(change => !refused.ContainsKey(change.After.Id)).ToList();
        QuotaDemand[] demands =
            [.. wanted.Select(change => new QuotaDemand(change.After.Recipient, Opens: change.Before.StatusAt(now) is not InvitationStatus.Pending))];
        var source = QuotaSource.Of(operation);
        var rules = await quotas.RulesAsync(source, cancellationToken).ConfigureAwait(false);
        _take = await quotas.TakeAsync(source, rules, demands, now, cancellationToken).ConfigureAwait(false);
        for (var i = 0; i < wanted.Count; i++)
        {
            if (_take.Check(i) is { Count: > 0 } errors)
            {
                refused[wanted[i].After.Id] = errors[0];
                continue;
            }

            _take.Use(i);
            _messages[wanted[i].After.Id] = i;
        }

        return refused;
    }

    /// <summary>Gives back what was taken for invitations that were not changed after all, and what nobody used.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="notMade">The ids of those that were not changed, refused ones too.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task SettleAsync(TenantId tenant, IReadOnlyList<Guid> notMade, CancellationToken cancellationToken)
    {
        foreach (var id in notMade)
        {
            if (_messages.TryGetValue(id, out var message))
                _take.Undo(message);
        }

        await seats.UndoAsync(tenant, [.. notMade.Where(_moved.ContainsKey).Select(id => _moved[id])], cancellationToken).ConfigureAwait(false);
        await quotas.SettleAsync(_take, cancellationToken).ConfigureAwait(false);
    }

    private async Task<Dictionary<Guid, InvitationError>> TakeSeatsAsync(
        TenantId tenant,
        IReadOnlyList<(Invitation Before, Invitation After)> changes,
        IReadOnlyList<Invitation> ending,
        CancellationToken cancellationToken)
    {
        _moved.Clear();
        var refused = new Dictionary<Guid, InvitationError>();
        if (!seats.IsOn)
            return refused;
        foreach (var (before, after) in changes)
            _moved[after.Id] = SeatChange.Of(before, after);
        foreach (var invitation in ending)
            _moved[invitation.Id] = SeatChange.Of(invitation, null);

        var shares = await seats.MoveAsync(tenant, [.. _moved.Values], cancellationToken).ConfigureAwait(false);
        foreach (var share in shares.Where(share => share.IsShort))
        {
            var wanting = changes.Where(change => _moved[change.After.Id].Takes(share.Kind)).Skip(share.Grant.Granted).ToList();
            foreach (var (_, after) in wanting)
            {
                refused[after.Id] = share.Error;
                _moved.Remove(after.Id);
            }
        }

        return refused;
    }
}
