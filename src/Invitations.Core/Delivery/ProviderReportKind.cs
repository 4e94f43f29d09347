namespace Invitations;

/// <summary>What a provider can say about a message after it took it, the weightiest last: a lighter report never undoes a weightier one, whichever comes first.</summary>
public enum ProviderReportKind
{
    /// <summary>The mailbox or the phone has it.</summary>
    Delivered,

    /// <summary>It was opened, by the reader or by a machine that opens everything.</summary>
    Opened,

    /// <summary>It was not delivered, for a reason that may pass: a full mailbox, a phone that was off for too long.</summary>
    SoftBounced,

    /// <summary>It was not delivered, and never will be: there is no such mailbox or number.</summary>
    HardBounced,

    /// <summary>The reader reported it as unwanted. The address is put on the list of suppressed addresses.</summary>
    Complained,
}
