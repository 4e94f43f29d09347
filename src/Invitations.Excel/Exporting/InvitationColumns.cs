using System.Globalization;

namespace Invitations;

/// <summary>The columns of an export of invitations.</summary>
internal static class InvitationColumns
{
    public static IReadOnlyList<ExportColumn<Invitation>> Of(
        TenantSettings settings, IReadOnlyDictionary<string, string> groups, DateTimeOffset now, CultureInfo culture)
    {
        return
        [
            Own("status", 14, invitation => ExportTexts.Get($"status.{invitation.StatusAt(now)}", culture)),
            Known(SpreadsheetColumnKeys.FirstName, 18, invitation => invitation.Profile.FirstName),
            Known(SpreadsheetColumnKeys.LastName, 18, invitation => invitation.Profile.LastName),
            Known(SpreadsheetColumnKeys.Email, 30, invitation => invitation.Recipient.Email),
            Known(SpreadsheetColumnKeys.Phone, 18, invitation => invitation.Recipient.Phone),
            Known(SpreadsheetColumnKeys.IdentifierKind, 18, invitation => Kind(invitation.Recipient.Identifier?.Kind)),
            Known(SpreadsheetColumnKeys.Identifier, 18, invitation => invitation.Recipient.Identifier?.Value),
            Known(SpreadsheetColumnKeys.JobTitle, 18, invitation => invitation.Profile.JobTitle),
            Known(SpreadsheetColumnKeys.Department, 18, invitation => invitation.Profile.Department),
            Known(SpreadsheetColumnKeys.LineManager, 24, invitation => invitation.Profile.LineManager),
            Known(SpreadsheetColumnKeys.StartDate, 12, invitation => invitation.Profile.StartDate),
            Known(SpreadsheetColumnKeys.EmployeeId, 14, invitation => invitation.Profile.EmployeeId),
            Known(SpreadsheetColumnKeys.Language, 10, invitation => invitation.Profile.Language),
            Known(SpreadsheetColumnKeys.Kind, 16, invitation => ColumnTexts.Get(invitation.Grant.Kind is GrantKind.Guest ? "choice.guest" : "choice.member", culture)),
            Known(SpreadsheetColumnKeys.Roles, 16, invitation => List(invitation.Grant.Roles)),
            Known(SpreadsheetColumnKeys.Groups, 26, invitation => List(invitation.Grant.Groups.Select(id => groups.GetValueOrDefault(id, id)))),
            Known(SpreadsheetColumnKeys.Products, 16, invitation => List(invitation.Grant.Products)),
            Own("membership_ends_at", 18, invitation => invitation.Grant.MembershipEndsAt),
            .. settings.Fields.Select(field => new ExportColumn<Invitation>(
                string.IsNullOrWhiteSpace(field.Label) ? field.Key : field.Label, 16, invitation => invitation.Profile.Fields.GetValueOrDefault(field.Key))),
            Own("invited_by", 20, invitation => invitation.InviterName ?? invitation.InvitedBy),
            Own("created_at", 18, invitation => invitation.CreatedAt),
            Own("issued_at", 18, invitation => invitation.IssuedAt),
            Own("issue_count", 10, invitation => invitation.IssueCount),
            Own("expires_at", 18, invitation => invitation.ExpiresAt),
            Own("ended_at", 18, invitation => invitation.EndedAt),
            Own("id", 38, invitation => invitation.Id.ToString()),
        ];

        ExportColumn<Invitation> Own(string key, double width, Func<Invitation, object?> value) =>
            new(ExportTexts.Get($"{key}.label", culture), width, value);

        ExportColumn<Invitation> Known(string key, double width, Func<Invitation, object?> value) =>
            new(ColumnTexts.Get($"{key}.label", culture), width, value);

        string? Kind(string? kind) => kind is null ? null : ColumnTexts.Find($"choice.{kind}", culture) ?? kind;
    }

    private static string List(IEnumerable<string> values) => string.Join("; ", values);
}
