using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Resources;
using System.Text.RegularExpressions;

namespace Invitations.Tests.Errors;

/// <summary>The codes and their texts as they are shipped: each language by itself, without falling back to another.</summary>
internal static partial class ErrorCatalogue
{
    public const string English = "";

    public static readonly string[] Languages = [English, "fr", "nl", "de"];

    public static readonly string[] Codes =
        [.. typeof(InvitationErrorCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!)];

    public static Dictionary<string, string> Messages(string language) => Read(ErrorMessages.Resources, language);

    public static Dictionary<string, string> Words(string language) => Read(ArgumentText.Words, language);

    public static string[] Placeholders(string text) =>
        [.. PlaceholderPattern().Matches(text).Select(match => match.Groups[1].Value).Distinct().Order(StringComparer.Ordinal)];

    private static Dictionary<string, string> Read(ResourceManager resources, string language)
    {
        var set = resources.GetResourceSet(CultureInfo.GetCultureInfo(language), createIfNotExists: true, tryParents: false);
        Assert.NotNull(set);
        return set.Cast<DictionaryEntry>().ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!);
    }

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex PlaceholderPattern();
}
