namespace Invitations;

/// <summary>What a phone number is used for, as far as its country's numbering plan tells.</summary>
public enum PhoneNumberKind
{
    /// <summary>The parser does not know.</summary>
    Unknown = 0,

    /// <summary>A line that ends in a building.</summary>
    FixedLine,

    /// <summary>A mobile phone, or a satellite phone.</summary>
    Mobile,

    /// <summary>Free for the caller.</summary>
    TollFree,

    /// <summary>Costs the caller more than a usual call.</summary>
    PremiumRate,

    /// <summary>Belongs to a person and is routed to whatever line they have.</summary>
    PersonalNumber,

    /// <summary>Reaches a voice mailbox.</summary>
    Voicemail,

    /// <summary>One number for all offices of a company.</summary>
    UniversalAccess,

    /// <summary>A pager.</summary>
    Pager,

    /// <summary>Telephony over the internet.</summary>
    VoIP,

    /// <summary>Caller and called share the cost.</summary>
    SharedCost,

    /// <summary>The plan gives fixed lines and mobile phones the same numbers, as in the United States and Canada.</summary>
    FixedLineOrMobile
}
