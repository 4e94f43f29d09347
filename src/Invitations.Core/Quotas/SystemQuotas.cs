namespace Invitations;

/// <summary>How much may be sent by all tenants together. No tenant can have its own way here.</summary>
public sealed record SystemQuotas
{
    /// <summary>
    /// The quotas of each recipient, whichever tenants write; all of them hold. An address counts without its plus-tag, so that <c>ana+1@example.com</c> and
    /// <c>ana@example.com</c> are one recipient. Empty, the default, means no limit.
    /// </summary>
    public IReadOnlyList<Quota> Recipient { get; init; } = [];

    /// <summary>The quotas of each e-mail domain, whichever tenants write; all of them hold. Empty, the default, means no limit.</summary>
    public IReadOnlyList<Quota> Domain { get; init; } = [];

    /// <summary>The quotas of everything together; all of them hold. Empty, the default, means no limit.</summary>
    public IReadOnlyList<Quota> System { get; init; } = [];

    /// <summary>The names of systems (see <see cref="Inviter.System(string)"/>) that these limits do not hold for and that do not count. Empty by default.</summary>
    public IReadOnlyList<string> ExemptSystems { get; init; } = [];
}
