namespace Invitations;

/// <summary>What to do at acceptance where the inviter could not make the invitation any more.</summary>
public enum LostAuthority
{
    /// <summary>The acceptance is refused; the invitation stays open.</summary>
    Refuse,

    /// <summary>The grant holds as it was made.</summary>
    Keep,

    /// <summary>The successor (see <see cref="IInviterSuccession"/>) becomes the inviter, if able to make the invitation; otherwise the acceptance is refused.</summary>
    HandOver,
}
