using Invitations.Stores;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Invitations;

/// <summary>Queues the reminders that are due, and moves each invitation on to its next one, in one transaction.</summary>
internal sealed class ReminderSweep(
    IStoreTransaction transaction,
    IDueStore due,
    IDeliveryStore deliveries,
    IAuditStore audit,
    TenantSettingsReader settings,
    ReminderPlanner planner,
    QuotaGate quotas,
    InvitationClock clock,
    ILogger<ReminderSweep>? logger = null)
{
    /// <summary>A tenant whose settings cannot be used is tried again after that time, and is in nobody's way meanwhile.</summary>
    private static readonly TimeSpan Postponement = TimeSpan.FromHours(1);

    private readonly ILogger _logger = logger ?? NullLogger<ReminderSweep>.Instance;

    /// <returns>How many invitations were moved on, and those that were reminded.</returns>
    public Task<(int Moved, IReadOnlyList<Invitation> Reminded)> RunAsync(int take, CancellationToken cancellationToken) =>
        transaction.ExecuteAsync(
            async token =>
            {
                var now = clock.Now;
                var found = await due.FindDueRemindersAsync(now, take, token).ConfigureAwait(false);
                var (moves, wanted) = (new List<ReminderMove>(found.Count), new Dictionary<Guid, Invitation>(found.Count));
                var takes = new List<(QuotaTake Take, List<(int Message, Guid Id)> Used)>();
                var channels = await ChannelsAsync(found, token).ConfigureAwait(false);
                foreach (var ofTenant in found.GroupBy(invitation => invitation.Tenant))
                    await PlanAsync(ofTenant.Key, [.. ofTenant], channels, moves, wanted, takes, now, token).ConfigureAwait(false);

                IReadOnlyCollection<Guid> moved = moves.Count == 0 ? [] : await due.MoveRemindersAsync(moves, token).ConfigureAwait(false);
                await SettleAsync(takes, moved, token).ConfigureAwait(false);
                IReadOnlyList<Invitation> reminded = [.. moved.Where(wanted.ContainsKey).Select(id => wanted[id])];
                if (reminded.Count > 0)
                    await WriteAsync(reminded, channels, now, token).ConfigureAwait(false);
                return TransactionOutcome.Commit((moved.Count, reminded));
            },
            cancellationToken);

    private async Task PlanAsync(
        TenantId tenant,
        IReadOnlyList<Invitation> invitations,
        Dictionary<Guid, IReadOnlyList<string>> channels,
        List<ReminderMove> moves,
        Dictionary<Guid, Invitation> wanted,
        List<(QuotaTake Take, List<(int Message, Guid Id)> Used)> takes,
        DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        // Neither what has expired nor whom no channel reaches is reminded any more, before a new secret is issued.
        var open = invitations.Where(invitation => invitation.StatusAt(now) is InvitationStatus.Pending && channels[invitation.Id].Count > 0).ToList();
        moves.AddRange(invitations.Except(open).Select(over => new ReminderMove(over.Id, over.Version, null)));
        if (open.Count == 0)
            return;
        if (await ReadSettingsAsync(tenant, cancellationToken).ConfigureAwait(false) is not { } own)
        {
            moves.AddRange(open.Select(invitation => new ReminderMove(invitation.Id, invitation.Version, now + Postponement)));
            return;
        }

        var plans = await planner.PlanDueAsync(own, open, now, cancellationToken).ConfigureAwait(false);
        moves.AddRange(plans.Where(plan => !plan.IsDue).Select(plan => new ReminderMove(plan.Invitation.Id, plan.Invitation.Version, plan.NextAt)));
        var due = plans.Where(plan => plan.IsDue).ToList();
        if (due.Count == 0)
            return;

        var take = await quotas.TakeAgainAsync(due.ConvertAll(plan => plan.Invitation), own, now, cancellationToken).ConfigureAwait(false);
        var used = new List<(int Message, Guid Id)>(due.Count);
        takes.Add((take, used));
        for (var i = 0; i < due.Count; i++)
        {
            // What a quota does not let through now comes later: nothing is dropped silently.
            var (invitation, isLet) = (due[i].Invitation, take.Check(i).Count == 0);
            moves.Add(new(invitation.Id, invitation.Version, isLet ? due[i].NextAt : take.RetryAt(i) ?? now + Postponement));
            if (!isLet)
                continue;
            take.Use(i);
            used.Add((i, invitation.Id));
            wanted[invitation.Id] = invitation with { ReminderDueAt = due[i].NextAt, Version = invitation.Version + 1 };
        }
    }

    /// <summary>Gives back what was taken for those that another node has moved on, and what nobody used.</summary>
    private async Task SettleAsync(
        List<(QuotaTake Take, List<(int Message, Guid Id)> Used)> takes, IReadOnlyCollection<Guid> moved, CancellationToken cancellationToken)
    {
        var done = moved.ToHashSet();
        foreach (var (take, used) in takes)
        {
            foreach (var (message, _) in used.Where(one => !done.Contains(one.Id)))
                take.Undo(message);
            await quotas.SettleAsync(take, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<TenantSettings?> ReadSettingsAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        try
        {
            return await settings.ReadAsync(tenant, cancellationToken).ConfigureAwait(false);
        }
        catch (InvalidOperationException exception)
        {
            Log.RemindersPostponed(_logger, exception, tenant);
            return null;
        }
    }

    private async Task<Dictionary<Guid, IReadOnlyList<string>>> ChannelsAsync(IReadOnlyList<Invitation> found, CancellationToken cancellationToken)
    {
        if (found.Count == 0)
            return [];
        List<InvitationReference> references = [.. found.Select(invitation => new InvitationReference(invitation.Tenant, invitation.Id))];
        var known = (await deliveries.ListOfManyAsync(references, cancellationToken).ConfigureAwait(false)).ToLookup(delivery => delivery.InvitationId);
        return found.ToDictionary(invitation => invitation.Id, invitation => ReminderChannels.Of(invitation, known[invitation.Id]));
    }

    private async Task WriteAsync(
        IReadOnlyList<Invitation> reminded, Dictionary<Guid, IReadOnlyList<string>> channels, DateTimeOffset now, CancellationToken cancellationToken)
    {
        Delivery[] queued =
        [
            .. reminded.SelectMany(invitation =>
                InvitationIssuer.DeliveriesOf(invitation with { Channels = channels[invitation.Id] }, DeliveryPurpose.Reminder, now)),
        ];
        if (queued.Length > 0)
            await deliveries.AddAsync(queued, cancellationToken).ConfigureAwait(false);
        await audit
            .AppendAsync([.. reminded.Select(it => AuditTrail.Entry(it.Tenant, it.Id, AuditAction.Reminded, null, now))], cancellationToken)
            .ConfigureAwait(false);
    }
}
