namespace Invitations;

/// <summary>Who gets an access code next to, or instead of, a link.</summary>
public enum AccessCodeIssue
{
    /// <summary>Only people to whom no message can be sent.</summary>
    WithoutAddress,

    /// <summary>Everybody.</summary>
    Everybody,
}
