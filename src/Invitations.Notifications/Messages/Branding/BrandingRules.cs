using System.Diagnostics.CodeAnalysis;

namespace Invitations;

/// <summary>What a branding may say. What it may not is left out, and told.</summary>
internal static class BrandingRules
{
    private const int LongestName = 200;
    private const int LongestFooter = 500;

    /// <summary>The branding without what cannot be used.</summary>
    /// <param name="branding">As the host gave it.</param>
    /// <param name="mistakes">Takes a sentence for each mistake, naming the property.</param>
    public static MessageBranding Usable(MessageBranding branding, ICollection<string> mistakes)
    {
        var defaults = new MessageBranding();
        return branding with
        {
            Name = Line(branding.Name, nameof(branding.Name), mistakes),
            Product = Line(branding.Product, nameof(branding.Product), mistakes),
            Logo = Address(branding.Logo, nameof(branding.Logo), mistakes),
            HomePage = Address(branding.HomePage, nameof(branding.HomePage), mistakes),
            Color = BrandColor.TryParse(branding.Color, out _) ? branding.Color : Left(mistakes, defaults.Color, $"Color must be #rrggbb, such as {defaults.Color}, was '{Shown(branding.Color)}'."),
            SupportAddress = branding.SupportAddress is null || EmailAddress.TryParse(branding.SupportAddress, out _) ? branding.SupportAddress : Left<string?>(mistakes, null, "SupportAddress must be an e-mail address."),
            Footer = Lines(branding.Footer, mistakes),
            Language = IsLanguage(branding.Language) ? branding.Language : Left(mistakes, defaults.Language, $"Language must be a BCP 47 tag, such as nl-BE, was '{Shown(branding.Language)}'."),
        };
    }

    private static string? Line(string? text, string property, ICollection<string> mistakes)
    {
        var cleaned = PersonText.CleanLine(text, LongestName);
        return cleaned.Succeeded ? cleaned.Value : Left<string?>(mistakes, null, $"{property} must be one line of at most {LongestName} characters without links: {cleaned.Problem}.");
    }

    private static string? Lines(string? text, ICollection<string> mistakes)
    {
        var cleaned = PersonText.CleanMessage(text, LongestFooter);
        return cleaned.Succeeded ? cleaned.Value : Left<string?>(mistakes, null, $"Footer must be plain text of at most {LongestFooter} characters: {cleaned.Problem}.");
    }

    private static Uri? Address(Uri? address, string property, ICollection<string> mistakes) =>
        address is null || IsSecure(address) ? address : Left<Uri?>(mistakes, null, $"{property} must be an absolute https address.");

    private static bool IsSecure(Uri address) =>
        address.IsAbsoluteUri && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback));

    private static bool IsLanguage([NotNullWhen(true)] string? tag) =>
        tag is { Length: >= 2 and <= 35 } && tag.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') && char.IsAsciiLetter(tag[0]);

    private static string Shown(string? text) => text is { Length: > 20 } ? text[..20] + "…" : text ?? "null";

    private static T Left<T>(ICollection<string> mistakes, T instead, string mistake)
    {
        mistakes.Add(mistake);
        return instead;
    }
}
