namespace Invitations;

/// <summary>Who may accept an invitation that was sent to an address.</summary>
public enum RecipientBinding
{
    /// <summary>Somebody whose verified addresses include the invited one, or who signs up for it.</summary>
    VerifiedAddress,

    /// <summary>Also somebody with a verified address of the same e-mail domain.</summary>
    SameDomain,

    /// <summary>Anybody who has the link or the code.</summary>
    Anyone,
}
