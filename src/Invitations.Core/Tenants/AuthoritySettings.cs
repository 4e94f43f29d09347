namespace Invitations;

/// <summary>Who may invite whom. Organisation admins always may; guests never.</summary>
public sealed record AuthoritySettings
{
    /// <summary>Whether group admins may invite into their groups. The default value is <see langword="true"/>.</summary>
    public bool GroupAdminsInvite { get; init; } = true;

    /// <summary>Whether group admins invite members, guests or, null, the default, both.</summary>
    public IReadOnlyCollection<GrantKind>? GroupAdminKinds { get; init; }

    /// <summary>The ids of the roles that group admins may give, as far as they hold them. Null, the default, means all of these.</summary>
    public IReadOnlyCollection<string>? GroupAdminRoles { get; init; }

    /// <summary>Whether members may invite into the groups that they belong to. The default value is <see langword="false"/>.</summary>
    public bool MembersInvite { get; init; }

    /// <summary>Whether members invite members, guests or, null, the default, both.</summary>
    public IReadOnlyCollection<GrantKind>? MemberKinds { get; init; }

    /// <summary>The ids of the roles that members may give, as far as they hold them. Null, the default, means all of these.</summary>
    public IReadOnlyCollection<string>? MemberRoles { get; init; }

    /// <summary>What becomes of the open invitations of somebody who leaves (see <see cref="IInviterDepartures"/>). The default value is <see cref="InviterDepartureAction.Keep"/>.</summary>
    public InviterDepartureAction WhenInviterLeaves { get; init; }

    /// <summary>The host's id of the user who takes over what others leave behind, or null, the default. Not looked at where the host registers an <see cref="IInviterSuccession"/>.</summary>
    public string? Successor { get; init; }
}
