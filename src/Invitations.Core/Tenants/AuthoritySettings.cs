namespace Invitations;

/// <summary>Who may invite. Organisation admins always may; guests never.</summary>
public sealed record AuthoritySettings
{
    /// <summary>Whether group admins may invite into their groups. The default value is <see langword="true"/>.</summary>
    public bool GroupAdminsInvite { get; init; } = true;

    /// <summary>Whether members may invite into the groups that they belong to. The default value is <see langword="false"/>.</summary>
    public bool MembersInvite { get; init; }
}
