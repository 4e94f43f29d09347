namespace Invitations;

/// <summary>What becomes of the open invitations of somebody who leaves.</summary>
public enum InviterDepartureAction
{
    /// <summary>They stay as they are. Whether they can still be accepted is for <see cref="AcceptanceSettings.InviterLostAuthority"/> to say.</summary>
    Keep,

    /// <summary>They are taken back, and messages that are still queued are not sent.</summary>
    Revoke,

    /// <summary>The successor becomes their inviter, as far as the successor could have made them; what awaits approval stays as it is.</summary>
    HandOver,
}
