namespace Invitations;

/// <summary>A text that should be a phone number, and how to understand it.</summary>
/// <remarks>A class without a <c>ToString</c> of its own, so that the text cannot slip into a log.</remarks>
public sealed class PhoneNumberContext
{
    /// <summary>The text as it was typed or read from a file, with whatever spaces, brackets and marks it came with.</summary>
    public required string Text { get; init; }

    /// <summary>The country whose national numbers are accepted, as ISO 3166-1 alpha-2 code in upper or lower case: <c>GB</c>, <c>be</c>.</summary>
    /// <value>
    /// The default is null: a number needs its country code (<c>+44 …</c>). A code that no country has is treated like null.
    /// A number that has its country code may be of any country, whatever stands here.
    /// </value>
    public string? DefaultRegion { get; init; }

    /// <summary>Whether an extension (<c>ext. 12</c>, <c>x12</c>, <c>#12</c>, <c>;ext=12</c>) is dropped.</summary>
    /// <value>
    /// The default is false: a number with an extension is refused with <see cref="PhoneNumberProblem.Extension"/>, because no message
    /// reaches an extension, and two people behind one switchboard would become the same recipient.
    /// </value>
    public bool StripExtension { get; init; }
}
