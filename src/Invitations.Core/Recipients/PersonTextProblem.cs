namespace Invitations;

/// <summary>Why a text that somebody typed is not taken.</summary>
public enum PersonTextProblem
{
    /// <summary>Nothing is wrong.</summary>
    None = 0,

    /// <summary>Longer than allowed after cleaning, in UTF-16 code units.</summary>
    TooLong,

    /// <summary>A line break in a text of one line: it would add lines to a mail header or a plain-text mail.</summary>
    LineBreak,

    /// <summary>A control character, NUL among them, or a code point that Unicode reserves for inner use.</summary>
    ControlCharacter,

    /// <summary>Half of a surrogate pair: the text was cut in the wrong place.</summary>
    MalformedText,

    /// <summary>A web address, a host name or an e-mail address where a name belongs: invitations are used to carry phishing links.</summary>
    Link,
}
