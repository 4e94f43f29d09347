namespace Invitations;

/// <summary>What becomes of a row whose line manager is no account, or one of several.</summary>
public enum LineManagerRule
{
    /// <summary>The row is invited with the text as it is, and <see cref="InviteResult.Warnings"/> says so.</summary>
    Warn,

    /// <summary>The row is refused.</summary>
    Refuse,
}
