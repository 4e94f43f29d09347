namespace Invitations;

/// <summary>Finds every mistake in quotas: zero and negative numbers never mean "no limit".</summary>
internal static class QuotaMistakes
{
    public static IEnumerable<string> In(string name, IReadOnlyList<Quota> quotas)
    {
        if (quotas.Any(quota => quota is null))
        {
            yield return $"{name} must not have null in it.";
            yield break;
        }

        foreach (var quota in quotas)
        {
            if (quota.Limit < 1)
                yield return $"{name} has the limit {quota.Limit}; it must be 1 or more, and a quota that shall not hold is left out.";
            if (quota.Window <= TimeSpan.Zero || quota.Window > ExpirySettings.Longest)
                yield return $"{name} has the window {quota.Window}; it must be longer than zero and at most {ExpirySettings.Longest.TotalDays} days.";
        }

        foreach (var window in quotas.GroupBy(quota => quota.Window).Where(group => group.Count() > 1))
            yield return $"{name} has two limits for the window {window.Key}; the lower one is enough.";
    }

    public static IEnumerable<string> In(string name, int? cap)
    {
        if (cap < 1)
            yield return $"{name} must be 1 or more, or null for no limit, was {cap}.";
    }

    public static IEnumerable<string> In(QuotaSettings settings) =>
    [
        .. In("Quotas.Inviter", settings.Inviter),
        .. In("Quotas.Tenant", settings.Tenant),
        .. In("Quotas.OpenPerInviter", settings.OpenPerInviter),
        .. In("Quotas.OpenPerTenant", settings.OpenPerTenant),
    ];

    /// <summary>Options that were read from configuration can lack what the types say is there.</summary>
    public static IEnumerable<string> In(SystemQuotas? quotas) =>
        quotas is not { Recipient: not null, Domain: not null, System: not null, ExemptSystems: not null }
            ? ["Quotas must not be null or have null in it."]
            :
            [
                .. In("Quotas.Recipient", quotas.Recipient),
                .. In("Quotas.Domain", quotas.Domain),
                .. In("Quotas.System", quotas.System),
            ];

    public static IEnumerable<string> In(QuotaRules rules) =>
    [
        .. In("Inviter", rules.Inviter),
        .. In("Tenant", rules.Tenant),
        .. In("Recipient", rules.Recipient),
        .. In("Domain", rules.Domain),
        .. In("System", rules.System),
        .. In("OpenPerInviter", rules.OpenPerInviter),
        .. In("OpenPerTenant", rules.OpenPerTenant),
    ];
}
