namespace Invitations;

/// <summary>Chooses the columns of a template.</summary>
internal static class TemplateColumns
{
    /// <summary>Of use to few: known to an import, and in a template where somebody asks for them.</summary>
    private static readonly HashSet<string> OnDemand =
        [SpreadsheetColumnKeys.IdentifierKind, SpreadsheetColumnKeys.Products, SpreadsheetColumnKeys.MembershipEndsAt];

    public static IEnumerable<SpreadsheetColumn> Choose(
        SpreadsheetColumns all, TenantSettings settings, SpreadsheetTemplateOptions options, bool hasGroupColumns, List<InvitationError> errors)
    {
        var granted = RoleColumn(all, settings);
        var marks = all.All.Where(column => column.Kind is SpreadsheetColumnKind.Mark && hasGroupColumns).ToList();
        var people = options.Columns is { } keys
            ? Named(all, keys, errors)
            : all.All.Where(column => column.Field is not null || IsUseful(column, settings, hasGroupColumns, granted));
        var missing = all.All.Where(column => column.IsRequired);
        return people.Where(column => column.Kind is not (SpreadsheetColumnKind.Mark or SpreadsheetColumnKind.Reason))
            .Concat(missing)
            .Distinct()
            .Concat(marks)
            .ToList();
    }

    private static List<SpreadsheetColumn> Named(SpreadsheetColumns all, IReadOnlyList<string> keys, List<InvitationError> errors)
    {
        var named = new List<SpreadsheetColumn>();
        foreach (var key in keys)
        {
            if (all.TryFind(key, out var column))
                named.Add(column);
            else
                errors.Add(WritingErrors.FieldUnknown(key));
        }

        return named;
    }

    /// <summary>Yes or no is enough where there is nothing but administrators to choose.</summary>
    private static string? RoleColumn(SpreadsheetColumns all, TenantSettings settings) =>
        !all.TryFind(SpreadsheetColumnKeys.Roles, out var roles) || roles.Choices.Count == 0 ? null
        : roles.Choices.All(role => role.Value == settings.AdminRole) ? SpreadsheetColumnKeys.Admin
        : SpreadsheetColumnKeys.Roles;

    private static bool IsUseful(SpreadsheetColumn column, TenantSettings settings, bool hasGroupColumns, string? granted) => column.Key switch
    {
        SpreadsheetColumnKeys.Language => settings.Languages.Count != 1,
        SpreadsheetColumnKeys.Roles or SpreadsheetColumnKeys.Admin => column.Key == granted,
        SpreadsheetColumnKeys.Kind => settings.Guests.Allowed,
        SpreadsheetColumnKeys.Groups => column.Choices.Count > 0 && !hasGroupColumns,
        _ => !OnDemand.Contains(column.Key),
    };
}
