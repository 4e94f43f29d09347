namespace Invitations;

/// <summary>A phone number in E.164 form, with what its numbering plan says about it.</summary>
/// <remarks>The number is personal data: <see cref="ToString"/> masks it, and only <see cref="Value"/> gives it out.</remarks>
public readonly record struct PhoneNumber
{
    /// <summary>The most digits after the plus: a country code of three and a national number of 17, the longest that is in use.</summary>
    /// <remarks>E.164 itself stops at 15; a few fixed lines, in Germany for one, are longer.</remarks>
    public const int MaxDigits = 20;

    private const int UnmaskedDigits = 2;

    private readonly string? _value;

    /// <summary>Creates a number that a parser has read.</summary>
    /// <param name="value">A plus and the digits of the number with its country code, nothing else.</param>
    /// <param name="region">The country as ISO 3166-1 alpha-2 code in upper case, or null for a number of no country.</param>
    /// <param name="kind">What the number is used for. It also sets <see cref="CanReceiveSms"/>.</param>
    /// <exception cref="ArgumentException"><paramref name="value"/> is not in E.164 form. The message does not repeat it.</exception>
    public PhoneNumber(string value, string? region = null, PhoneNumberKind kind = PhoneNumberKind.Unknown)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (!IsE164(value))
            throw new ArgumentException($"A phone number is a plus and up to {MaxDigits} digits, the first of them not a zero.", nameof(value));
        _value = value;
        Region = region;
        Kind = kind;
        CanReceiveSms = kind is PhoneNumberKind.Mobile or PhoneNumberKind.FixedLineOrMobile;
    }

    /// <summary>The number in E.164 form, as <c>+447911123456</c>.</summary>
    /// <exception cref="InvalidOperationException">The number is <c>default</c>: no parser made it.</exception>
    public string Value => _value ?? throw new InvalidOperationException("The phone number was never set. Take it from a parser's result that succeeded.");

    /// <summary>The country whose number it is, as ISO 3166-1 alpha-2 code; null for numbers of no country (<c>+800</c>, <c>+870</c>).</summary>
    public string? Region { get; }

    /// <summary>What the number is used for.</summary>
    public PhoneNumberKind Kind { get; }

    /// <summary>Whether a text message can arrive there.</summary>
    /// <value>
    /// The default is true for <see cref="PhoneNumberKind.Mobile"/> and <see cref="PhoneNumberKind.FixedLineOrMobile"/>: where both share
    /// a pattern nobody can tell them apart, and most are mobile. A parser that asks a carrier may set it otherwise.
    /// </value>
    public bool CanReceiveSms { get; init; }

    /// <summary>The number with all but its last two digits masked, fit for a log: <c>+**********56</c>.</summary>
    public override string ToString() => _value is null
        ? ""
        : string.Create(_value.Length, _value, static (masked, value) =>
        {
            masked.Fill('*');
            masked[0] = '+';
            value.AsSpan(value.Length - UnmaskedDigits).CopyTo(masked[^UnmaskedDigits..]);
        });

    private static bool IsE164(string value) =>
        value.Length is > UnmaskedDigits + 1 and <= MaxDigits + 1
        && value[0] == '+'
        && value[1] != '0'
        && !value.AsSpan(1).ContainsAnyExceptInRange('0', '9');
}
