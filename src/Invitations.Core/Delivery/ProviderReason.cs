using System.Text.RegularExpressions;

namespace Invitations;

/// <summary>Makes a provider's words fit to be kept: one line, not long, and without addresses.</summary>
internal static partial class ProviderReason
{
    private const int MaxLength = 200;

    public static string Of(ProviderReport report)
    {
        var kind = report.Kind is ProviderReportKind.HardBounced ? "Bounced" : "Bounced for now";
        if (string.IsNullOrWhiteSpace(report.Reason))
            return kind + ".";
        var words = report.Reason.Length > MaxLength * 4 ? report.Reason[..(MaxLength * 4)] : report.Reason;
        words = Unprintable().Replace(PhoneNumber().Replace(Address().Replace(words, "***"), "***"), " ").Trim();
        return $"{kind}: {(words.Length > MaxLength ? words[..MaxLength] : words)}";
    }

    [GeneratedRegex(@"\S*@\S*", RegexOptions.CultureInvariant)]
    private static partial Regex Address();

    [GeneratedRegex(@"\+?\d(?:[ ()/.-]?\d){6,}", RegexOptions.CultureInvariant)]
    private static partial Regex PhoneNumber();

    [GeneratedRegex(@"[\p{C}\p{Zl}\p{Zp}\s]+", RegexOptions.CultureInvariant)]
    private static partial Regex Unprintable();
}
