using Invitations.Stores;

namespace Invitations;

/// <summary>What is looked up once an operation: settings, authority, roles, products.</summary>
internal sealed class OperationContext
{
    public required TenantId Tenant { get; init; }

    public required TenantSettings Settings { get; init; }

    public required Inviter Inviter { get; init; }

    /// <summary>Null where nobody can say it.</summary>
    public required InviterAuthority? Authority { get; init; }

    public required IReadOnlyDictionary<string, Role> Roles { get; init; }

    public required IReadOnlySet<string> Products { get; init; }

    /// <summary>What a list may have for somebody with this authority, or null for everything in the tenant.</summary>
    public InvitationVisibility? Visibility => Authority!.Level switch
    {
        InviterLevel.OrganizationAdmin => null,
        InviterLevel.GroupAdmin => new(Inviter.UserId, Authority.Groups),
        _ => new(Inviter.UserId, []),
    };

    /// <summary>Why somebody gets no list at all, or null.</summary>
    public InvitationError? ListRefusal => Authority switch
    {
        null => new(InvitationErrorCodes.InviterUnknown),
        { Level: InviterLevel.None or InviterLevel.Guest } => new(InvitationErrorCodes.InviterNotPermitted),
        _ => null,
    };

    /// <summary>Whether somebody with this authority may know of the invitation at all.</summary>
    public bool CanSee(Invitation invitation) => CanSee(invitation.InvitedBy, invitation.IsFromSystem, invitation.Grant);

    /// <summary>Whether somebody with this authority may know of the link at all.</summary>
    public bool CanSee(InvitationLink link) => CanSee(link.InvitedBy, link.IsFromSystem, link.Grant);

    /// <summary>Whether somebody with this authority may know of the batch at all.</summary>
    public bool CanSee(InvitationBatch batch) => Authority?.Level switch
    {
        InviterLevel.OrganizationAdmin => true,
        InviterLevel.GroupAdmin or InviterLevel.Member => IsOwn(batch.CreatedBy, batch.IsFromSystem),
        _ => false,
    };

    private bool CanSee(string invitedBy, bool isFromSystem, Grant grant) => Authority?.Level switch
    {
        InviterLevel.OrganizationAdmin => true,
        InviterLevel.GroupAdmin => IsOwn(invitedBy, isFromSystem) || grant.Groups.Any(group => Authority.Groups.Contains(group, StringComparer.Ordinal)),
        InviterLevel.Member => IsOwn(invitedBy, isFromSystem),
        _ => false,
    };

    private bool IsOwn(string invitedBy, bool isFromSystem) => !isFromSystem && string.Equals(invitedBy, Inviter.UserId, StringComparison.Ordinal);
}
