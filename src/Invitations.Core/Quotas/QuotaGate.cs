using Invitations.Stores;

namespace Invitations;

/// <summary>The one gate through which every message goes: invitations, reinvites, edits that send, reminders. Where no quota holds it calls no store.</summary>
/// <remarks>
/// Counters are taken inside the transaction, after the seats and before the first invitation is written, and always in the order of their keys: two
/// transactions that need the same ones wait, but never for each other.
/// </remarks>
internal sealed class QuotaGate(IQuotaStore store, IQuotaPolicy policy, IKeyRingSource keys)
{
    /// <returns>The rules that hold, or null where none does.</returns>
    public async ValueTask<QuotaRules?> RulesAsync(QuotaSource source, CancellationToken cancellationToken)
    {
        var context = new QuotaContext { Tenant = source.Tenant, Settings = source.Settings, Inviter = source.Inviter };
        var rules = await policy.GetRulesAsync(context, cancellationToken).ConfigureAwait(false);
        if (rules is { HasWindows: false, HasCaps: false })
            return null;

        var mistakes = rules is null ? ["There are none; give QuotaRules.None where nothing is limited."] : QuotaMistakes.In(rules).ToList();
        return mistakes.Count == 0
            ? rules
            : throw new InvalidOperationException($"INV022: the rules that IQuotaPolicy gave for tenant '{source.Tenant}' cannot be used: {string.Join(' ', mistakes)}");
    }

    /// <summary>Takes for one message. Where errors come back, the transaction has to be rolled back.</summary>
    public async Task<IReadOnlyList<InvitationError>> TryTakeAsync(
        QuotaSource source, QuotaDemand demand, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var rules = await RulesAsync(source, cancellationToken).ConfigureAwait(false);
        var take = await TakeAsync(source, rules, [demand], now, cancellationToken).ConfigureAwait(false);
        return take.Check(0);
    }

    /// <summary>Takes for a list of messages as much as there is. What is not used of it goes back by <see cref="SettleAsync"/>.</summary>
    public async Task<QuotaTake> TakeAsync(
        QuotaSource source, QuotaRules? rules, IReadOnlyList<QuotaDemand> demands, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (rules is null || demands.Count == 0)
            return QuotaTake.Unlimited;

        var caps = await CapsAsync(source, rules, demands, now, cancellationToken).ConfigureAwait(false);
        var counters = new QuotaCounters(keys.Current.Signing);
        QuotaCounter[][] countersOf = [.. counters.Of(source, rules, demands)];
        await FillAsync(counters, now, cancellationToken).ConfigureAwait(false);
        return new(demands, countersOf, caps);
    }

    /// <summary>Takes for messages to people who are invited already, whoever invited them: reminders. The order is that of the list.</summary>
    public async Task<QuotaTake> TakeAgainAsync(
        IReadOnlyList<Invitation> invitations, TenantSettings settings, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (invitations.Count == 0)
            return QuotaTake.Unlimited;
        var counters = new QuotaCounters(keys.Current.Signing);
        var countersOf = new QuotaCounter[invitations.Count][];
        foreach (var ofInviter in Enumerable.Range(0, invitations.Count).GroupBy(i => (invitations[i].InvitedBy, invitations[i].IsFromSystem)))
        {
            var source = QuotaSource.Of(invitations[ofInviter.First()], settings);
            var rules = await RulesAsync(source, cancellationToken).ConfigureAwait(false) ?? QuotaRules.None;
            foreach (var (i, own) in ofInviter.Zip(counters.Of(source, rules, ofInviter.Select(DemandOf))))
                countersOf[i] = own;
        }

        await FillAsync(counters, now, cancellationToken).ConfigureAwait(false);
        return new([.. Enumerable.Range(0, invitations.Count).Select(DemandOf)], countersOf, []);

        QuotaDemand DemandOf(int index) => new(invitations[index].Recipient, Opens: false);
    }

    /// <summary>Says what <see cref="TakeAsync"/> would grant, and takes nothing.</summary>
    /// <param name="source">Who would send.</param>
    /// <param name="rules">The rules that hold for them.</param>
    /// <param name="demands">The messages.</param>
    /// <param name="before">What earlier messages of the same operation would have used up.</param>
    /// <param name="now">The present instant.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<QuotaTake> PreviewAsync(
        QuotaSource source,
        QuotaRules? rules,
        IReadOnlyList<QuotaDemand> demands,
        CapacityPreview before,
        DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        if (rules is null || demands.Count == 0)
            return QuotaTake.Unlimited;

        var caps = await CapsAsync(source, rules, demands, now, cancellationToken).ConfigureAwait(false);
        foreach (var cap in caps)
            cap.Left -= before.Opened;
        var counters = new QuotaCounters(keys.Current.Signing);
        QuotaCounter[][] countersOf = [.. counters.Of(source, rules, demands)];
        var running = counters.All.Count == 0
            ? []
            : await store.FindAsync([.. counters.All.Select(counter => counter.Key)], now, cancellationToken).ConfigureAwait(false);
        var byKey = running.ToDictionary(window => window.Key, StringComparer.Ordinal);
        foreach (var counter in counters.All)
            counter.Preview(byKey.GetValueOrDefault(counter.Key), before.UsedOf(counter.Key), now);
        return new(demands, countersOf, caps);
    }

    /// <summary>Gives back what was granted and not used, in the same transaction.</summary>
    public async Task SettleAsync(QuotaTake take, CancellationToken cancellationToken)
    {
        QuotaReturn[] leftovers = [.. take.Leftovers.Select(counter => new QuotaReturn(counter.Key, counter.Left)).OrderBy(left => left.Key, StringComparer.Ordinal)];
        if (leftovers.Length > 0)
            await store.GiveBackAsync(leftovers, cancellationToken).ConfigureAwait(false);
    }

    private async Task FillAsync(QuotaCounters counters, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var all = counters.All;
        if (all.Count == 0)
            return;
        var granted = await store.TakeAsync([.. all.Select(counter => counter.Request)], now, cancellationToken).ConfigureAwait(false);
        foreach (var (counter, grant) in all.Zip(granted))
            counter.Grant(grant);
    }

    /// <summary>Open invitations are counted as they are, not by a counter of their own: whatever ends one makes room at once.</summary>
    private async Task<IReadOnlyList<QuotaCap>> CapsAsync(
        QuotaSource source, QuotaRules rules, IReadOnlyList<QuotaDemand> demands, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (!rules.HasCaps || !demands.Any(demand => demand.Opens))
            return [];
        var caps = new List<QuotaCap>(2);
        if (rules.OpenPerTenant is { } ofTenant)
        {
            var open = await store.CountOpenAsync(new(source.Tenant, null, false, now), cancellationToken).ConfigureAwait(false);
            caps.Add(new(ofTenant - open, Refusals.OpenExceeded(QuotaRule.Tenant, open, ofTenant)));
        }

        if (rules.OpenPerInviter is { } ofInviter)
        {
            var open = await store
                .CountOpenAsync(new(source.Tenant, source.Inviter.UserId, source.Inviter.IsSystem, now), cancellationToken)
                .ConfigureAwait(false);
            caps.Add(new(ofInviter - open, Refusals.OpenExceeded(QuotaRule.Inviter, open, ofInviter)));
        }

        return caps;
    }
}
