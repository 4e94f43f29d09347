using System.Globalization;
using System.Resources;

namespace Invitations;

/// <summary>What exports say that templates do not: <c>Exports.resx</c> and its translations.</summary>
internal static class ExportTexts
{
    internal static readonly ResourceManager Resources = new("Invitations.Exporting.Exports", typeof(ExportTexts).Assembly);

    public static string Get(string name, CultureInfo culture) => Resources.GetString(name, culture) ?? name;
}
