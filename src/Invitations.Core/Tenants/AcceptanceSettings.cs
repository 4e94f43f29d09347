namespace Invitations;

/// <summary>What is looked at again when an invitation is accepted.</summary>
public sealed record AcceptanceSettings
{
    /// <summary>What happens where the inviter could not make the invitation any more. The default value is <see cref="LostAuthority.Refuse"/>.</summary>
    /// <remarks>Needs an <see cref="IInviterAuthorityProvider"/>; without one the grant is kept.</remarks>
    public LostAuthority InviterLostAuthority { get; init; }

    /// <summary>What happens where a group, role or product of the grant is gone. The default value is <see cref="GrantRecheck.Refuse"/>.</summary>
    public GrantRecheck TargetGone { get; init; } = GrantRecheck.Refuse;
}
