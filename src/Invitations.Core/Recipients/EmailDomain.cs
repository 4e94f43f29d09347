using System.Globalization;
using System.Text;

namespace Invitations;

/// <summary>Domain names: checked, and brought to lower-case A-labels (RFC 5890) by way of UTS 46.</summary>
internal static class EmailDomain
{
    private const int MaxLength = 253;
    private const int MaxLabelLength = 63;

    private static readonly IdnMapping Idn = new() { AllowUnassigned = false, UseStd3AsciiRules = true };

    internal enum Form
    {
        /// <summary>No domain name.</summary>
        Invalid,

        /// <summary>ASCII without A-labels: canonical once its letters are in lower case.</summary>
        Plain,

        /// <summary>Has labels that are not ASCII, or <c>xn--</c> labels that have to prove themselves.</summary>
        International,
    }

    /// <summary>Looks at the domain once, without allocating.</summary>
    public static Form Examine(ReadOnlySpan<char> domain, int minLabels, out EmailAddressProblem problem)
    {
        var form = Form.Plain;
        var labels = 0;
        var start = 0;
        problem = EmailAddressProblem.Domain;
        if (domain.IsEmpty || domain[0] == '[')
        {
            if (!domain.IsEmpty)
                problem = EmailAddressProblem.DomainLiteral;
            return Form.Invalid;
        }

        for (var i = 0; i <= domain.Length; i++)
        {
            if (i < domain.Length && domain[i] != '.')
            {
                if (domain[i] >= 0x80)
                    form = Form.International;
                else if (!char.IsAsciiLetterOrDigit(domain[i]) && domain[i] != '-')
                    return Form.Invalid;
                continue;
            }

            var label = domain[start..i];
            if (label.IsEmpty || label[0] == '-' || label[^1] == '-')
                return Form.Invalid;
            if (IsALabel(label))
                form = Form.International;
            else if (label.Length > MaxLabelLength && Ascii.IsValid(label))
                return Form.Invalid;
            labels++;
            start = i + 1;
        }

        return CheckWhole(domain, labels, minLabels, form, out problem);
    }

    /// <returns>The canonical domain, or null.</returns>
    public static string? Canonicalize(ReadOnlySpan<char> domain, int minLabels, out EmailAddressProblem problem)
    {
        var form = Examine(domain, minLabels, out problem);
        if (form == Form.Invalid)
            return null;
        if (form == Form.Plain)
            return domain.ToString().ToLowerInvariant();

        var canonical = new StringBuilder(domain.Length + 16);
        foreach (var range in domain.Split('.'))
        {
            var label = CanonicalLabel(domain[range], out problem);
            if (label is null)
                return null;
            canonical.Append(canonical.Length == 0 ? "" : ".").Append(label);
        }

        if (canonical.Length <= MaxLength)
            return canonical.ToString();
        problem = EmailAddressProblem.TooLong;
        return null;
    }

    private static Form CheckWhole(ReadOnlySpan<char> domain, int labels, int minLabels, Form form, out EmailAddressProblem problem)
    {
        if (labels < minLabels)
            problem = EmailAddressProblem.DomainWithoutDot;
        else if (IsNumber(domain[(domain.LastIndexOf('.') + 1)..]))
            problem = EmailAddressProblem.DomainLiteral;
        else if (form == Form.Plain && domain.Length > MaxLength)
            problem = EmailAddressProblem.TooLong;
        else
            problem = EmailAddressProblem.None;
        return problem == EmailAddressProblem.None ? form : Form.Invalid;
    }

    private static bool IsNumber(ReadOnlySpan<char> label)
    {
        foreach (var character in label)
        {
            if (!char.IsAsciiDigit(character))
                return false;
        }

        return true;
    }

    private static string? CanonicalLabel(ReadOnlySpan<char> label, out EmailAddressProblem problem)
    {
        problem = EmailAddressProblem.None;
        string? canonical;
        if (!Ascii.IsValid(label))
        {
            if (!UnicodeData.IsAvailable)
            {
                problem = EmailAddressProblem.UnicodeUnavailable;
                return null;
            }

            canonical = ToALabel(label);
        }
        else
        {
            canonical = label.ToString().ToLowerInvariant();
        }

        if (canonical is not null && canonical.Length <= MaxLabelLength && (!IsALabel(canonical) || RoundTrips(canonical)))
            return canonical;
        problem = EmailAddressProblem.Domain;
        return null;
    }

    private static string? ToALabel(ReadOnlySpan<char> label)
    {
        foreach (var rune in label.EnumerateRunes())
        {
            if (!rune.IsAscii && !IsAllowed(rune))
                return null;
        }

        // UTS 46 would quietly map full-width letters, ligatures and the like to others; a domain is written with its own letters.
        var composed = label.ToString().Normalize(NormalizationForm.FormC);
        if (!composed.IsNormalized(NormalizationForm.FormKC))
            return null;
        try
        {
            return Idn.GetAscii(composed).ToLowerInvariant();
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>
    /// An A-label has to be the one that its own Unicode form gives: otherwise a domain would have two spellings, or none at all.
    /// </summary>
    private static bool RoundTrips(string label)
    {
        try
        {
            var unicode = Idn.GetUnicode(label);
            return !HasControls(unicode) && string.Equals(Idn.GetAscii(unicode), label, StringComparison.OrdinalIgnoreCase);
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static bool HasControls(string text) => text.Any(char.IsControl);

    private static bool IsALabel(ReadOnlySpan<char> label) =>
        label.Length >= 4 && label[2] == '-' && label[3] == '-' && (label[0] | 0x20) == 'x' && (label[1] | 0x20) == 'n';

    private static bool IsAllowed(Rune rune) => rune.Value switch
    {
        0x212A => false, // KELVIN SIGN: composes to an ASCII k.
        0xB7 or 0x375 or 0x5F3 or 0x5F4 or 0x30FB => true, // The punctuation that IDNA 2008 allows (RFC 5892, appendix A.3 to A.7).
        _ => UnicodeData.IsLetterMarkOrDigit(rune) && !HiddenCharacters.IsHidden(rune),
    };
}
