namespace Invitations.Stores;

/// <summary>A set of invitations as they were read, and what the trail is to say of each.</summary>
public sealed record InvitationSet
{
    /// <summary>The tenant; an invitation of another one is left out.</summary>
    public required TenantId Tenant { get; init; }

    /// <summary>The invitations, each once.</summary>
    public required IReadOnlyList<InvitationVersion> Rows { get; init; }

    /// <summary>The entries of the trail, by <see cref="AuditEntry.InvitationId"/>; those of invitations that are left out are not written.</summary>
    public required IReadOnlyList<AuditEntry> Entries { get; init; }

    /// <summary>When it is done.</summary>
    public required DateTimeOffset At { get; init; }
}
