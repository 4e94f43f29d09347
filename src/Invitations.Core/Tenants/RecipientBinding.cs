namespace Invitations;

/// <summary>Who may accept an invitation that was sent to an address.</summary>
public enum RecipientBinding
{
    /// <summary>Somebody whose verified addresses include the invited one, or who signs up for it.</summary>
    VerifiedAddress,

    /// <summary>Also somebody who has the invited address as a verified alias (see <see cref="Acceptor.VerifiedAliases"/>).</summary>
    VerifiedAlias,

    /// <summary>Also somebody with a verified address of the same e-mail domain. Not for domains where anybody gets a mailbox.</summary>
    SameDomain,

    /// <summary>Anybody who has the link or the code, and confirms where it was sent to another address (see <see cref="Acceptor.Confirmed"/>).</summary>
    Anyone,
}
