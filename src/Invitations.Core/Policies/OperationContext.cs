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

    /// <summary>Whether somebody with this authority may know of the invitation at all.</summary>
    public bool CanSee(Invitation invitation) => Authority?.Level switch
    {
        InviterLevel.OrganizationAdmin => true,
        InviterLevel.GroupAdmin => IsOwn(invitation) || invitation.Grant.Groups.Any(group => Authority.Groups.Contains(group, StringComparer.Ordinal)),
        InviterLevel.Member => IsOwn(invitation),
        _ => false,
    };

    private bool IsOwn(Invitation invitation) => !invitation.IsFromSystem && string.Equals(invitation.InvitedBy, Inviter.UserId, StringComparison.Ordinal);
}
