using System.Globalization;

namespace Invitations;

/// <summary>Names of sheets as spreadsheet programs allow them.</summary>
internal static class SheetName
{
    private const int MaxLength = 31;

    /// <param name="text">What the sheet is to be called.</param>
    /// <param name="number">The number of the sheet among those of the same name, from 1.</param>
    public static string Of(string text, int number = 1)
    {
        var suffix = number == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $" ({number})");
        var name = new string([.. text.Select(character => @":\/?*[]".Contains(character, StringComparison.Ordinal) || char.IsControl(character) || char.IsSurrogate(character) ? ' ' : character)])
            .Trim(' ', '\'');
        if (name.Length == 0 || name.Equals("History", StringComparison.OrdinalIgnoreCase))
            name = "Sheet";
        var room = MaxLength - suffix.Length;
        return (name.Length > room ? name[..room].TrimEnd(' ', '\'') : name) + suffix;
    }
}
