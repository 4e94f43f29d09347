namespace Invitations;

/// <summary>How much may be sent within one tenant. Invitations, reinvites, edits that send a new link, and reminders count alike.</summary>
public sealed record QuotaSettings
{
    /// <summary>The quotas of each inviter, in the tenant; all of them hold. Empty, the default, means no limit.</summary>
    public IReadOnlyList<Quota> Inviter { get; init; } = [];

    /// <summary>The quotas of the whole tenant; all of them hold. Empty, the default, means no limit.</summary>
    public IReadOnlyList<Quota> Tenant { get; init; } = [];

    /// <summary>The most invitations of one inviter that are open at once, 1 or more. Null, the default, means no limit.</summary>
    public int? OpenPerInviter { get; init; }

    /// <summary>The most invitations of the tenant that are open at once, 1 or more. Null, the default, means no limit.</summary>
    public int? OpenPerTenant { get; init; }

    /// <summary>The names of systems (see <see cref="Invitations.Inviter.System"/>) that these limits do not hold for and that do not count. Empty by default.</summary>
    public IReadOnlyList<string> ExemptSystems { get; init; } = [];
}
