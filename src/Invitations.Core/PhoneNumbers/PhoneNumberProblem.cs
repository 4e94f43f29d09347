namespace Invitations;

/// <summary>Why a text is not taken for a phone number.</summary>
public enum PhoneNumberProblem
{
    /// <summary>There is none: the text is a phone number.</summary>
    None = 0,

    /// <summary>The text is empty or blank.</summary>
    Empty,

    /// <summary>The text has no digits, or has letters or signs that no phone number has.</summary>
    NotANumber,

    /// <summary>The text holds more than one number; one recipient has one.</summary>
    SeveralNumbers,

    /// <summary>The number is good but has an extension, which <see cref="PhoneNumberContext.StripExtension"/> would have dropped.</summary>
    Extension,

    /// <summary>The number does not begin with a plus and a country code, and there is no default region to take it from.</summary>
    CountryCodeMissing,

    /// <summary>No country has the code that the number begins with.</summary>
    CountryCodeUnknown,

    /// <summary>The number has fewer digits than any number of its country.</summary>
    TooShort,

    /// <summary>The number has more digits than any number of its country, or the text more than 250 characters.</summary>
    TooLong,

    /// <summary>The length can be right, but the country has not given out such numbers.</summary>
    NotAssigned
}
