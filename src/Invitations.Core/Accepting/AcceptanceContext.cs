namespace Invitations;

/// <summary>Who accepted what.</summary>
public sealed class AcceptanceContext
{
    internal AcceptanceContext(Invitation invitation, Grant grant, Profile profile, Acceptor acceptor)
    {
        Invitation = invitation;
        Grant = grant;
        Profile = profile;
        Acceptor = acceptor;
    }

    /// <summary>The tenant.</summary>
    public TenantId Tenant => Invitation.Tenant;

    /// <summary>The invitation.</summary>
    public Invitation Invitation { get; }

    /// <summary>What to give.</summary>
    public Grant Grant { get; }

    /// <summary>The profile: the invitation's, with what the person filled in.</summary>
    public Profile Profile { get; }

    /// <summary>Who accepts. <see cref="Invitations.Acceptor.UserId"/> is null where the account has to be made now.</summary>
    public Acceptor Acceptor { get; }
}
