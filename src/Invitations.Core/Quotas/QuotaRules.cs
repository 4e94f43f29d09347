namespace Invitations;

/// <summary>The quotas that hold for somebody.</summary>
public sealed record QuotaRules
{
    /// <summary>No quota at all.</summary>
    public static QuotaRules None { get; } = new();

    /// <summary>For the inviter, in the tenant. Empty by default.</summary>
    public IReadOnlyList<Quota> Inviter { get; init; } = [];

    /// <summary>For the tenant. Empty by default.</summary>
    public IReadOnlyList<Quota> Tenant { get; init; } = [];

    /// <summary>For each recipient, across tenants. Empty by default.</summary>
    public IReadOnlyList<Quota> Recipient { get; init; } = [];

    /// <summary>For each e-mail domain, across tenants. Empty by default.</summary>
    public IReadOnlyList<Quota> Domain { get; init; } = [];

    /// <summary>For everything together. Empty by default.</summary>
    public IReadOnlyList<Quota> System { get; init; } = [];

    /// <summary>The most open invitations of the inviter in the tenant, or null, the default.</summary>
    public int? OpenPerInviter { get; init; }

    /// <summary>The most open invitations of the tenant, or null, the default.</summary>
    public int? OpenPerTenant { get; init; }

    internal bool HasWindows => Inviter.Count + Tenant.Count + Recipient.Count + Domain.Count + System.Count > 0;

    internal bool HasCaps => OpenPerInviter is not null || OpenPerTenant is not null;
}
