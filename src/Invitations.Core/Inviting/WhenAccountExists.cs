namespace Invitations;

/// <summary>What to do with a row whose address belongs to an account of the host.</summary>
public enum WhenAccountExists
{
    /// <summary>Refuse it as <c>account.exists</c> where the account is a member of the tenant; invite it otherwise.</summary>
    Report,

    /// <summary>Give the grant at once through the <see cref="IDirectGrantHandler"/>, without an invitation.</summary>
    GrantDirectly,
}
