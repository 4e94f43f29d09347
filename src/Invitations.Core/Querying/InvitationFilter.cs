namespace Invitations;

/// <summary>Which invitations to list. Everything that is set must hold; an empty filter lists all.</summary>
public sealed record InvitationFilter
{
    /// <summary>The statuses as the clock sees them (see <see cref="Invitation.StatusAt"/>). Empty, the default, means any.</summary>
    public IReadOnlyCollection<InvitationStatus> Statuses { get; init; } = [];

    /// <summary>Text that the address, the identifier, the name or the employee id contains, ignoring the case of ASCII letters, or null.</summary>
    public string? Search { get; init; }

    /// <summary>The ids of the invitations, such as those that somebody has ticked in a list. Empty, the default, means any.</summary>
    public IReadOnlyCollection<Guid> Ids { get; init; } = [];

    /// <summary>The user who invited, or null.</summary>
    public string? InvitedBy { get; init; }

    /// <summary>The id of a group of the grant, or null.</summary>
    public string? Group { get; init; }

    /// <summary>Member or guest, or null for both.</summary>
    public GrantKind? Kind { get; init; }

    /// <summary>The batch, or null.</summary>
    public Guid? BatchId { get; init; }

    /// <summary>The link that people came by, or null.</summary>
    public Guid? LinkId { get; init; }

    /// <summary>Whether there is an access code, as for people without e-mail; null for both.</summary>
    public bool? HasAccessCode { get; init; }

    /// <summary>Nothing of the content: people search for addresses and names.</summary>
    public override string ToString() => nameof(InvitationFilter);
}
