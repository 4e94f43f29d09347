using System.Buffers;
using System.Text;

namespace Invitations;

/// <summary>Brings an address to its canonical form. Text that is canonical already comes back as the same string.</summary>
internal static class EmailAddressParser
{
    /// <summary>More characters than this are no address in any encoding; nothing longer is looked at.</summary>
    private const int MaxInput = 1024;

    private static readonly SearchValues<char> UpperCase = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ");
    private static readonly SearchValues<char> ListSeparators = SearchValues.Create(",;");
    private static readonly SearchValues<char> Spaces = SearchValues.Create(" \u00A0\u202F");

    public static string? Parse(string? text, out EmailAddressProblem problem)
    {
        if (text is null)
            return Refuse(EmailAddressProblem.Empty, out problem);

        var address = TrimSpaces(text);
        if (address.Length is 0 or > MaxInput)
            return Refuse(address.Length == 0 ? EmailAddressProblem.Empty : EmailAddressProblem.TooLong, out problem);

        var at = address.IndexOf('@');
        if (at > 0 && address.Length <= EmailAddress.MaxLength && at <= EmailAddress.MaxLocalLength &&
            EmailLocalPart.IsAsciiDotAtom(address[..at]) &&
            EmailDomain.Examine(address[(at + 1)..], minLabels: 2, out problem) == EmailDomain.Form.Plain)
            return Fold(text, address);

        return ParseSlowly(address, at, out problem);
    }

    /// <summary>Addresses that are not ASCII, have <c>xn--</c> labels, or are wrong.</summary>
    private static string? ParseSlowly(ReadOnlySpan<char> address, int at, out EmailAddressProblem problem)
    {
        problem = WhyNotOneAddress(address, at);
        if (problem != EmailAddressProblem.None)
            return null;

        problem = EmailLocalPart.Check(address[..at]);
        if (problem != EmailAddressProblem.None)
            return null;

        var domain = EmailDomain.Canonicalize(address[(at + 1)..], minLabels: 2, out problem);
        if (domain is null)
            return null;

        var local = Fold(null, address[..at]);
        if (Encoding.UTF8.GetByteCount(local) + 1 + domain.Length > EmailAddress.MaxLength)
            return Refuse(EmailAddressProblem.TooLong, out problem);
        return string.Concat(local, "@", domain);
    }

    private static EmailAddressProblem WhyNotOneAddress(ReadOnlySpan<char> address, int at)
    {
        if (HiddenCharacters.In(address))
            return EmailAddressProblem.HiddenCharacter;
        if (address[0] == '"')
            return EmailAddressProblem.QuotedLocalPart;
        if (address.ContainsAny(ListSeparators) || (address.Count('@') > 1 && address.ContainsAny(Spaces)))
            return EmailAddressProblem.SeveralAddresses;
        if (address.ContainsAny('<', '>'))
            return EmailAddressProblem.DisplayName;
        if (address.ContainsAny('(', ')'))
            return EmailAddressProblem.Comment;
        return at < 0 ? EmailAddressProblem.MissingAt : EmailAddressProblem.None;
    }

    /// <summary>Folds ASCII letters to lower case, and them alone.</summary>
    private static string Fold(string? whole, ReadOnlySpan<char> text)
    {
        if (!text.ContainsAny(UpperCase))
            return whole?.Length == text.Length ? whole : text.ToString();

        return string.Create(text.Length, text, static (target, source) =>
        {
            for (var i = 0; i < target.Length; i++)
                target[i] = char.IsAsciiLetterUpper(source[i]) ? (char)(source[i] | 0x20) : source[i];
        });
    }

    private static ReadOnlySpan<char> TrimSpaces(ReadOnlySpan<char> text)
    {
        var start = text.IndexOfAnyExcept(Spaces);
        return start < 0 ? default : text[start..(text.LastIndexOfAnyExcept(Spaces) + 1)];
    }

    private static string? Refuse(EmailAddressProblem reason, out EmailAddressProblem problem)
    {
        problem = reason;
        return null;
    }
}
