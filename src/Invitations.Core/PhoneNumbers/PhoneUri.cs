namespace Invitations;

/// <summary>Takes the number out of a <c>tel:</c> URI (RFC 3966).</summary>
internal static class PhoneUri
{
    private const string Scheme = "tel:";
    private const string ContextParameter = ";phone-context=";
    private const string SubaddressParameter = ";isub=";

    /// <summary>Writes the number with its context in front, without ISDN subaddress and without what follows the context.</summary>
    /// <param name="folded">A folded text. Without the parameters of a URI it is the number as it stands.</param>
    /// <param name="number">Room for as many characters as <paramref name="folded"/> has.</param>
    /// <returns>The number of characters written; -1 where the context is neither digits with a plus nor a domain.</returns>
    public static int Unwrap(ReadOnlySpan<char> folded, Span<char> number)
    {
        var written = 0;
        var rest = folded;
        var contextStart = folded.IndexOf(ContextParameter, StringComparison.Ordinal);
        if (contextStart >= 0)
        {
            var context = folded[(contextStart + ContextParameter.Length)..];
            var end = context.IndexOf(';');
            context = end < 0 ? context : context[..end];
            if (IsPrefix(context))
            {
                context.CopyTo(number);
                written = context.Length;
            }
            else if (!IsDomain(context))
            {
                return -1;
            }
            rest = folded[..contextStart];
            var scheme = rest.IndexOf(Scheme, StringComparison.Ordinal);
            rest = scheme < 0 ? rest : rest[(scheme + Scheme.Length)..];
        }
        var subaddress = rest.IndexOf(SubaddressParameter, StringComparison.Ordinal);
        rest = subaddress < 0 ? rest : rest[..subaddress];
        rest.CopyTo(number[written..]);
        return written + rest.Length;
    }

    private static bool IsPrefix(ReadOnlySpan<char> context)
    {
        if (!context.StartsWith('+'))
            return false;
        var digits = 0;
        foreach (var c in context[1..])
        {
            if (char.IsAsciiDigit(c))
                digits++;
            else if (c is not ('-' or '.' or '(' or ')'))
                return false;
        }
        return digits > 0;
    }

    private static bool IsDomain(ReadOnlySpan<char> context)
    {
        foreach (var c in context)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('-' or '.'))
                return false;
        }
        return !context.IsEmpty;
    }
}
