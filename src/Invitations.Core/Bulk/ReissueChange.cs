using Invitations.Stores;

namespace Invitations;

/// <summary>Issues invitations again: new secrets, new lifetimes, new messages, in a constant number of calls to the store a chunk.</summary>
internal sealed class ReissueChange(
    IStoreTransaction transaction,
    IInvitationStore store,
    IInvitationSetStore sets,
    IDeliveryStore deliveries,
    IAuditStore audit,
    InvitationIssuer issuer,
    InviterHandover handover,
    ReminderPlanner reminders,
    ReissueCapacity capacity) : IBulkChange
{
    public string Name => "reinvite";

    public InvitationOperation Operation => InvitationOperation.Reinvite;

    public bool AsksPolicies => true;

    public InvitationEventKind Event => InvitationEventKind.Reinvited;

    public bool Sends => true;

    public TimeSpan? Lifetime => null;

    public bool IsUnchanged(OpenedInvitation row, DateTimeOffset now) => false;

    public async Task<BulkWrite> WriteAsync(
        IReadOnlyList<OpenedInvitation> rows, Inviter actor, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (answered, refused) = WithLifetime(rows);
        if (answered.Count == 0)
            return new([], [], refused);
        var settings = rows[0].Operation.Settings;
        IReadOnlyList<Invitation> reissued = answered.ConvertAll(row => issuer.Reissue(row.Found!, row.Row!.Lifetime, now));
        reissued = await handover.ApplyAsync(reissued, settings, actor, now, cancellationToken).ConfigureAwait(false);
        reissued = await reminders.PlanAsync(settings, reissued, now, cancellationToken).ConfigureAwait(false);
        return await transaction
            .ExecuteAsync(token => WriteAsync(answered, reissued, refused, actor, now, token), cancellationToken)
            .ConfigureAwait(false);
    }

    /// <summary>Where no policy said how long an invitation lives, it is refused.</summary>
    public static (List<OpenedInvitation> Answered, Dictionary<Guid, InvitationError> Refused) WithLifetime(IReadOnlyList<OpenedInvitation> rows) => (
        [.. rows.Where(row => row.Row!.HasLifetime)],
        rows.Where(row => !row.Row!.HasLifetime).ToDictionary(row => row.Found!.Id, _ => new InvitationError(InvitationErrorCodes.PolicyNoAnswer)));

    private async Task<TransactionOutcome<BulkWrite>> WriteAsync(
        List<OpenedInvitation> rows,
        IReadOnlyList<Invitation> reissued,
        Dictionary<Guid, InvitationError> refused,
        Inviter actor,
        DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        var tenant = reissued[0].Tenant;
        var holders = await FindExpiredAsync(rows, now, cancellationToken).ConfigureAwait(false);
        var pairs = rows.Select((row, i) => (Before: row.Found!, After: reissued[i])).ToList();
        var wanting = await capacity.TakeAsync(rows[0].Operation, pairs, holders, now, cancellationToken).ConfigureAwait(false);
        pairs.RemoveAll(pair => wanting.ContainsKey(pair.After.Id));
        var all = refused.Concat(wanting).ToDictionary();

        var ended = await EndAsync(holders, actor, now, cancellationToken).ConfigureAwait(false);
        IReadOnlyList<ChangeOutcome> outcomes = pairs.Count == 0
            ? []
            : await store.ChangeAsync([.. pairs.Select(pair => pair.Before.ChangedTo(pair.After))], cancellationToken).ConfigureAwait(false);
        var applied = pairs.Where((_, i) => outcomes[i] is ChangeOutcome.Applied).Select(pair => pair.After).ToList();
        foreach (var (_, after) in pairs.Where((_, i) => outcomes[i] is ChangeOutcome.KeyTaken))
            all[after.Id] = Refusals.Of(InvitationErrorCodes.InvitationAlreadyPending, null, "since", now);

        var made = applied.Concat(ended).Select(it => it.Id).ToHashSet();
        Guid[] notMade = [.. reissued.Concat(holders).Select(it => it.Id).Where(id => !made.Contains(id))];
        await capacity.SettleAsync(tenant, notMade, cancellationToken).ConfigureAwait(false);
        if (applied.Count > 0)
            await FollowAsync(rows, applied, actor, now, cancellationToken).ConfigureAwait(false);
        return TransactionOutcome.Commit(new BulkWrite(applied, ended, all));
    }

    private async Task FollowAsync(
        List<OpenedInvitation> rows, List<Invitation> applied, Inviter actor, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await deliveries.CancelAsync(applied[0].Tenant, applied.ConvertAll(it => it.Id), now, cancellationToken).ConfigureAwait(false);
        Delivery[] queued = [.. applied.SelectMany(it => InvitationIssuer.DeliveriesOf(it, DeliveryPurpose.Reinvite, now))];
        if (queued.Length > 0)
            await deliveries.AddAsync(queued, cancellationToken).ConfigureAwait(false);
        var before = rows.ToDictionary(row => row.Found!.Id, row => row.Found!.InvitedBy);
        await audit
            .AppendAsync([.. applied.Select(it => AuditTrail.Entry(it.Tenant, it.Id, AuditAction.Reinvited, actor.UserId, now, FormerInviter(it)))], cancellationToken)
            .ConfigureAwait(false);

        (string, string)[] FormerInviter(Invitation after) =>
            string.Equals(before[after.Id], after.InvitedBy, StringComparison.Ordinal) ? [] : [("former_inviter", before[after.Id])];
    }

    /// <summary>An invitation that has expired holds its address until somebody needs it: here, those that are opened again.</summary>
    private async Task<List<Invitation>> FindExpiredAsync(List<OpenedInvitation> rows, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var reopened = rows.Where(row => !InvitationLifecycle.IsOpen(row.Found!.Status)).Select(row => row.Found!).ToList();
        var gained = reopened.SelectMany(it => UniqueKey.Of(it.Recipient, it.Profile)).ToHashSet();
        if (gained.Count == 0)
            return [];
        var own = rows.Select(row => row.Found!.Id).ToHashSet();
        var holders = await store.FindOpenAsync(reopened[0].Tenant, gained, cancellationToken).ConfigureAwait(false);
        return [.. holders.Where(it => !own.Contains(it.Id) && it.StatusAt(now) is InvitationStatus.Expired)];
    }

    private async Task<List<Invitation>> EndAsync(List<Invitation> holders, Inviter actor, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (holders.Count == 0)
            return [];
        var chunk = InvitationSets.Of(holders, now, it => AuditTrail.Entry(it.Tenant, it.Id, AuditAction.Expired, actor.UserId, now));
        var ids = (await sets.EndAsync(chunk, InvitationStatus.Expired, cancellationToken).ConfigureAwait(false)).ToHashSet();
        return [.. holders.Where(it => ids.Contains(it.Id)).Select(it => it.Ended(InvitationStatus.Expired, now))];
    }
}
