using System.Globalization;
using System.Resources;

namespace Invitations;

/// <summary>What templates and error workbooks say: <c>Templates.resx</c> and its translations.</summary>
internal static class TemplateTexts
{
    internal static readonly ResourceManager Resources = new("Invitations.Templates.Templates", typeof(TemplateTexts).Assembly);

    public static string Get(string name, CultureInfo culture) => Resources.GetString(name, culture) ?? name;

    public static string Get(string name, CultureInfo culture, string argument, string value) =>
        Get(name, culture).Replace($"{{{argument}}}", value, StringComparison.Ordinal);
}
