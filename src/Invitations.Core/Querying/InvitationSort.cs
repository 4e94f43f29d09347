namespace Invitations;

/// <summary>The order of a list.</summary>
public enum InvitationSort
{
    /// <summary>The newest first.</summary>
    NewestFirst,

    /// <summary>The oldest first.</summary>
    OldestFirst,

    /// <summary>What expires next first; what does not expire comes last.</summary>
    ExpiringFirst,
}
