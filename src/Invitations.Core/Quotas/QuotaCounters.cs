namespace Invitations;

/// <summary>The counters that each message of a list needs, every counter once.</summary>
internal sealed class QuotaCounters(InvitationKey key)
{
    private readonly SortedDictionary<string, QuotaCounter> _byKey = new(StringComparer.Ordinal);

    /// <summary>All of them, in the order in which everybody takes them.</summary>
    public IReadOnlyList<QuotaCounter> All => [.. _byKey.Values];

    /// <summary>The counters of messages from one source; those of another one may be the same.</summary>
    public IEnumerable<QuotaCounter[]> Of(QuotaSource source, QuotaRules rules, IEnumerable<QuotaDemand> demands)
    {
        QuotaCounter[] shared =
        [
            .. Of(rules.Inviter, QuotaRule.Inviter, null, source.Tenant.Value, source.Inviter.IsSystem ? "system" : "user", source.Inviter.UserId),
            .. Of(rules.Tenant, QuotaRule.Tenant, null, source.Tenant.Value),
            .. Of(rules.System, QuotaRule.System, null),
        ];
        foreach (var demand in demands)
        {
            QuotaCounter[] counters = [.. shared, .. OfRecipient(rules, demand.Recipient)];
            foreach (var counter in counters)
                counter.Wanted++;
            yield return counters;
        }
    }

    private IEnumerable<QuotaCounter> OfRecipient(QuotaRules rules, Recipient recipient)
    {
        var field = Refusals.FieldOf(null, recipient);
        foreach (var address in rules.Recipient.Count == 0 ? [] : QuotaKeys.AddressesOf(recipient))
        {
            foreach (var counter in Of(rules.Recipient, QuotaRule.Recipient, field, address))
                yield return counter;
        }

        if (rules.Domain.Count > 0 && QuotaKeys.DomainOf(recipient) is { } domain)
        {
            foreach (var counter in Of(rules.Domain, QuotaRule.Domain, FieldNames.Email, domain))
                yield return counter;
        }
    }

    private IEnumerable<QuotaCounter> Of(IReadOnlyList<Quota> quotas, string rule, string? field, params string[] parts)
    {
        foreach (var quota in quotas)
        {
            var name = QuotaKeys.Of(key, rule, quota.Window, parts);
            if (!_byKey.TryGetValue(name, out var counter))
                _byKey.Add(name, counter = new(rule, name, quota, field));
            yield return counter;
        }
    }
}
