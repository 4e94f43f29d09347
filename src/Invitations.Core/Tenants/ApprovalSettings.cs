namespace Invitations;

/// <summary>Whose invitations an administrator must approve before they are sent. Organisation admins never need it.</summary>
public sealed record ApprovalSettings
{
    /// <summary>Whether invitations by group admins must be approved. The default value is <see langword="false"/>. While it is so, group admins do not approve others' either.</summary>
    public bool GroupAdmins { get; init; }

    /// <summary>Whether invitations by members must be approved. The default value is <see langword="false"/>.</summary>
    public bool Members { get; init; }

    /// <summary>How long a request waits before it expires. The default value is 14 days; null means that it does not expire.</summary>
    public TimeSpan? Lifetime { get; init; } = TimeSpan.FromDays(14);
}
