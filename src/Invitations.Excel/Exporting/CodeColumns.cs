using System.Globalization;

namespace Invitations;

/// <summary>The columns of an export of codes.</summary>
internal static class CodeColumns
{
    public static IReadOnlyList<ExportColumn<InvitationCode>> Of(CultureInfo culture)
    {
        return
        [
            new(ExportTexts.Get("row.label", culture), 8, code => code.Row),
            Known(SpreadsheetColumnKeys.FirstName, 18, code => code.Invitation?.Profile.FirstName),
            Known(SpreadsheetColumnKeys.LastName, 18, code => code.Invitation?.Profile.LastName),
            Known(SpreadsheetColumnKeys.IdentifierKind, 18, code => Kind(code.Invitation?.Recipient.Identifier?.Kind)),
            Known(SpreadsheetColumnKeys.Identifier, 18, code => code.Invitation?.Recipient.Identifier?.Value),
            new(ExportTexts.Get("code.label", culture), 18, code => code.Secrets?.Code),
            new(ExportTexts.Get("link.label", culture), 60, code => code.Secrets?.Link.AbsoluteUri),
            new(ExportTexts.Get("expires_at.label", culture), 18, code => code.Invitation?.ExpiresAt),
            new(ExportTexts.Get("problem.label", culture), 40, code => string.Join(' ', code.Errors.Select(error => error.GetMessage(culture)))),
        ];

        ExportColumn<InvitationCode> Known(string key, double width, Func<InvitationCode, object?> value) =>
            new(ColumnTexts.Get($"{key}.label", culture), width, value);

        string? Kind(string? kind) => kind is null ? null : ColumnTexts.Find($"choice.{kind}", culture) ?? kind;
    }
}
