namespace Invitations;

/// <summary>One line of the append-only trail: who did what, when, to which invitation. It holds no secret and no address in clear.</summary>
public sealed record AuditEntry
{
    /// <summary>The id, a time-ordered UUID.</summary>
    public required Guid Id { get; init; }

    /// <summary>The tenant.</summary>
    public required TenantId Tenant { get; init; }

    /// <summary>The invitation, or null where there was none (a direct grant, a change of a link).</summary>
    public Guid? InvitationId { get; init; }

    /// <summary>The link that was made, changed or shown, or null.</summary>
    public Guid? LinkId { get; init; }

    /// <summary>What was done.</summary>
    public required AuditAction Action { get; init; }

    /// <summary>The host's id of the user who did it, the name of a trusted system, or null for somebody who is not signed in.</summary>
    public string? Actor { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Facts of the action by name: the former grant of an edit, the masked former address, the expiry. Empty by default.</summary>
    public IReadOnlyDictionary<string, string> Details { get; init; } = Empty<string, string>.Dictionary;
}
