namespace Invitations.Stores;

/// <summary>What became of an <see cref="InvitationChange"/>.</summary>
public enum ChangeOutcome
{
    /// <summary>It was made.</summary>
    Applied,

    /// <summary>The invitation is gone, or its version, status or expiry is not the expected one. Nothing changed.</summary>
    Stale,

    /// <summary>A key that it would get is held by another open invitation. Nothing changed.</summary>
    KeyTaken,
}
