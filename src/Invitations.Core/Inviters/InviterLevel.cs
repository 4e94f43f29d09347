namespace Invitations;

/// <summary>How far somebody's word reaches within a tenant.</summary>
public enum InviterLevel
{
    /// <summary>Nowhere: not a member, or no longer one.</summary>
    None,

    /// <summary>A guest, who never invites.</summary>
    Guest,

    /// <summary>A member, who invites where the tenant allows it.</summary>
    Member,

    /// <summary>An administrator of some groups.</summary>
    GroupAdmin,

    /// <summary>An administrator of the whole tenant.</summary>
    OrganizationAdmin,
}
