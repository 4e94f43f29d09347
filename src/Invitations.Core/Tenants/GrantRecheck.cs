namespace Invitations;

/// <summary>What to do with a grant that could not be given any more today.</summary>
public enum GrantRecheck
{
    /// <summary>The acceptance is refused; the invitation stays open.</summary>
    Refuse,

    /// <summary>The grant holds as it was made.</summary>
    Keep,
}
