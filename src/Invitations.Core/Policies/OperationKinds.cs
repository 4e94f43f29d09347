namespace Invitations;

/// <summary>What several operations have in common for the built-in policies.</summary>
internal static class OperationKinds
{
    /// <summary>Whether something is taken back: what it leads to may be gone by now.</summary>
    public static bool IsTakingBack(this InvitationOperation operation) => operation is InvitationOperation.Revoke or InvitationOperation.Delete or InvitationOperation.DeactivateLink;

    /// <summary>Whether the invited person acts: nobody may be there to say what the inviter may do today.</summary>
    public static bool IsRedeeming(this InvitationOperation operation) => operation is InvitationOperation.Accept or InvitationOperation.Join;
}
