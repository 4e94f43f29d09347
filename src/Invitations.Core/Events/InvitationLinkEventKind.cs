namespace Invitations;

/// <summary>What happened to a link for many people.</summary>
public enum InvitationLinkEventKind
{
    /// <summary>It was made.</summary>
    Created,

    /// <summary>It was changed.</summary>
    Edited,

    /// <summary>It was turned on again, with a new token.</summary>
    Activated,

    /// <summary>It was turned off.</summary>
    Deactivated,
}
