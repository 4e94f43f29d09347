using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Invitations;

/// <summary>An e-mail address in the one form in which it is stored, compared, indexed and mailed.</summary>
/// <remarks>
/// <para>
/// The domain is in lower-case A-labels (RFC 5890), has two labels or more and no trailing dot. The part before the @ is a dot-atom
/// (RFC 5322) with its ASCII letters in lower case; other letters (RFC 6531) stay as they are and have to be in NFKC form. No culture
/// has a say, and nothing folds onto ASCII: a Kelvin sign is not a k.
/// </para>
/// <para>
/// Two addresses are the same where their <see cref="Value"/> is the same, ordinally. Plus-tags make different addresses, with the same
/// <see cref="RateLimitKey"/>. <see cref="ToString"/> gives the masked form, so that an address does not reach a log by accident.
/// </para>
/// </remarks>
public readonly record struct EmailAddress
{
    /// <summary>The longest address, in octets of UTF-8 (RFC 5321, section 4.5.3.1.3: a path of 256 octets with its angle brackets).</summary>
    public const int MaxLength = 254;

    /// <summary>The longest part before the @, in octets of UTF-8 (RFC 5321, section 4.5.3.1.1).</summary>
    public const int MaxLocalLength = 64;

    private readonly string? _value;

    private EmailAddress(string value) => _value = value;

    /// <summary>The canonical form, such as <c>ana@example.com</c>.</summary>
    /// <exception cref="InvalidOperationException">The address is <c>default</c>: it was never parsed.</exception>
    public string Value => _value ?? throw new InvalidOperationException("The e-mail address was never set. Make it with EmailAddress.TryParse.");

    /// <summary>The part before the @.</summary>
    /// <exception cref="InvalidOperationException">The address is <c>default</c>.</exception>
    public string Local => Value[..Value.IndexOf('@', StringComparison.Ordinal)];

    /// <summary>The part after the @, in lower-case A-labels.</summary>
    /// <exception cref="InvalidOperationException">The address is <c>default</c>.</exception>
    public string Domain => DomainSpan.ToString();

    /// <summary>
    /// The address without its plus-tag: <c>ana+x@example.com</c> and <c>ana@example.com</c> have the same key. Only for counting how many
    /// messages one person gets; never for deciding who somebody is.
    /// </summary>
    /// <exception cref="InvalidOperationException">The address is <c>default</c>.</exception>
    public string RateLimitKey
    {
        get
        {
            var value = Value;
            var plus = value.IndexOf('+', StringComparison.Ordinal);
            return plus <= 0 ? value : string.Concat(value.AsSpan(0, plus), value.AsSpan(value.IndexOf('@', StringComparison.Ordinal)));
        }
    }

    internal ReadOnlySpan<char> DomainSpan => Value.AsSpan(Value.IndexOf('@', StringComparison.Ordinal) + 1);

    /// <summary>Reads an address that somebody typed.</summary>
    /// <param name="text">The text. Spaces and no-break spaces around the address are dropped; nothing else is.</param>
    /// <param name="address">The address, or <c>default</c>.</param>
    /// <returns>Whether the text is an address.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out EmailAddress address) => TryParse(text, out address, out _);

    /// <summary>Reads an address that somebody typed, and says what is wrong with it.</summary>
    /// <param name="text">The text. Spaces and no-break spaces around the address are dropped; nothing else is.</param>
    /// <param name="address">The address, or <c>default</c>.</param>
    /// <param name="problem">What is wrong, or <see cref="EmailAddressProblem.None"/>.</param>
    /// <returns>Whether the text is an address.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out EmailAddress address, out EmailAddressProblem problem)
    {
        var canonical = EmailAddressParser.Parse(text, out problem);
        address = canonical is null ? default : new EmailAddress(canonical);
        return canonical is not null;
    }

    /// <summary>The address with most of it left out, <c>a***@e***.com</c>: for logs and for pages that anybody can open.</summary>
    /// <returns>The masked text, or an empty text for <c>default</c>.</returns>
    public string Masked()
    {
        if (_value is null)
            return "";
        var domain = DomainSpan;
        return string.Concat(FirstCharacter(_value), "***@", string.Concat(FirstCharacter(domain), "***", domain[domain.LastIndexOf('.')..]));
    }

    /// <summary>The masked form, see <see cref="Masked"/>.</summary>
    public override string ToString() => Masked();

    private static ReadOnlySpan<char> FirstCharacter(ReadOnlySpan<char> text)
    {
        Rune.DecodeFromUtf16(text, out _, out var length);
        return text[..length];
    }
}
