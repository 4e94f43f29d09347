using System.Globalization;
using System.Resources;

namespace Invitations;

/// <summary>What columns are called and what is said about them: <c>Columns.resx</c> and its translations.</summary>
internal static class ColumnTexts
{
    internal static readonly ResourceManager Resources = new("Invitations.Columns.Columns", typeof(ColumnTexts).Assembly);

    /// <summary>The languages that there are texts in; every other one gets the first.</summary>
    public static readonly IReadOnlyList<CultureInfo> Cultures =
        [CultureInfo.GetCultureInfo("en"), CultureInfo.GetCultureInfo("fr"), CultureInfo.GetCultureInfo("nl"), CultureInfo.GetCultureInfo("de")];

    public static string Get(string name, CultureInfo culture) => Find(name, culture) ?? name;

    public static string? Find(string name, CultureInfo culture) => Resources.GetString(name, culture);
}
