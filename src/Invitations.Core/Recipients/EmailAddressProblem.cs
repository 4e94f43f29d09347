namespace Invitations;

/// <summary>Why a text is not an e-mail address that can be invited.</summary>
/// <remarks>
/// Where several reasons hold, the one that explains most comes first: hidden characters, then lists, display names and comments,
/// then the two parts of the address.
/// </remarks>
public enum EmailAddressProblem
{
    /// <summary>Nothing is wrong.</summary>
    None = 0,

    /// <summary>There is no text, or nothing but spaces.</summary>
    Empty,

    /// <summary>Longer than 254 octets in its canonical form (RFC 5321, section 4.5.3.1.3, less the angle brackets).</summary>
    TooLong,

    /// <summary>
    /// A control, format, zero-width, bidirectional or other invisible character, a line break, or half of a surrogate pair.
    /// Such an address looks like another one.
    /// </summary>
    HiddenCharacter,

    /// <summary>More than one address. An invitation goes to exactly one mailbox.</summary>
    SeveralAddresses,

    /// <summary>A name and an address in angle brackets (<c>Ana &lt;ana@example.com&gt;</c>): only the address is wanted.</summary>
    DisplayName,

    /// <summary>A comment in round brackets (RFC 5322, section 3.2.2).</summary>
    Comment,

    /// <summary>A part before the @ in double quotes (RFC 5322, section 3.2.4): allowed by the grammar, delivered by next to nobody.</summary>
    QuotedLocalPart,

    /// <summary>There is no @.</summary>
    MissingAt,

    /// <summary>The part before the @ is no dot-atom (RFC 5322, section 3.2.3), or has letters that are not in NFKC form.</summary>
    LocalPart,

    /// <summary>The part before the @ has more than 64 octets (RFC 5321, section 4.5.3.1.1).</summary>
    LocalPartTooLong,

    /// <summary>The part after the @ is no domain name: labels of letters, digits and inner hyphens, 1 to 63 octets each.</summary>
    Domain,

    /// <summary>The part after the @ has one label only, as in <c>ana@localhost</c>.</summary>
    DomainWithoutDot,

    /// <summary>An IP address in square brackets (<c>ana@[192.0.2.1]</c>) or a domain whose last label is a number.</summary>
    DomainLiteral,

    /// <summary>
    /// The address is not ASCII, and the process runs without Unicode data (<c>InvariantGlobalization</c>), so that its canonical form
    /// cannot be computed. Turn that mode off, or write the domain with its <c>xn--</c> labels.
    /// </summary>
    UnicodeUnavailable,
}
