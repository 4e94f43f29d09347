using System.Globalization;

namespace Invitations;

/// <summary>The values that columns offer, with every way in which people write them.</summary>
internal static class ColumnChoices
{
    private const string True = "true";
    private const string False = "false";

    private static readonly string[] Yes = ["yes", "y", "1", "x", "on", "✓", "✔", "oui", "o", "vrai", "ja", "j", "waar", "wahr"];
    private static readonly string[] No = ["no", "n", "0", "off", "-", "non", "faux", "nee", "onwaar", "nein", "falsch"];

    public static IReadOnlyList<SpreadsheetChoice> YesOrNo { get; } =
        [new(True, culture => ColumnTexts.Get("choice.yes", culture), Yes), new(False, culture => ColumnTexts.Get("choice.no", culture), No)];

    public static IReadOnlyList<SpreadsheetChoice> MarkedOrNot { get; } = [new(True, _ => "X", Yes), new(False, _ => "", No)];

    public static IReadOnlyList<SpreadsheetChoice> MemberOrGuest { get; } =
    [
        new(nameof(GrantKind.Member), culture => ColumnTexts.Get("choice.member", culture)),
        new(nameof(GrantKind.Guest), culture => ColumnTexts.Get("choice.guest", culture)),
    ];

    public static IReadOnlyList<SpreadsheetChoice> IdentifierKinds(IReadOnlyList<string> ofTheHost) =>
    [
        .. new[] { Invitations.IdentifierKinds.PersonnelNumber, Invitations.IdentifierKinds.PhoneNumber, Invitations.IdentifierKinds.Birthday }
            .Concat(ofTheHost)
            .Distinct(StringComparer.Ordinal)
            .Select(kind => new SpreadsheetChoice(kind, culture => ColumnTexts.Find($"choice.{kind}", culture) ?? kind)),
    ];

    public static IReadOnlyList<SpreadsheetChoice> Languages(IReadOnlyList<string> tags) => [.. tags.Select(Language)];

    private static SpreadsheetChoice Language(string tag)
    {
        try
        {
            var culture = CultureInfo.GetCultureInfo(tag);
            var shown = culture.NativeName.StartsWith(tag, StringComparison.OrdinalIgnoreCase) ? tag : $"{culture.NativeName} ({tag})";
            return new(tag, _ => shown, culture.NativeName, culture.EnglishName);
        }
        catch (CultureNotFoundException)
        {
            return new(tag);
        }
    }
}
