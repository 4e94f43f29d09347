namespace Invitations;

/// <summary>Makes the columns of a tenant from its settings, roles, products and groups.</summary>
internal static class ColumnCatalogue
{
    public static IEnumerable<SpreadsheetColumn> ColumnsOf(
        TenantSettings settings, IReadOnlyCollection<Role> roles, IReadOnlyCollection<string> products, IReadOnlyCollection<Group> groups) =>
    [
        BuiltInColumn.Of(SpreadsheetColumnKeys.FirstName),
        BuiltInColumn.Of(SpreadsheetColumnKeys.LastName),
        BuiltInColumn.Of(SpreadsheetColumnKeys.Email, SpreadsheetColumnKind.Email, width: 30, isRecipient: true),
        BuiltInColumn.Of(
            SpreadsheetColumnKeys.Phone, SpreadsheetColumnKind.Phone, width: 20, isRecipient: true, needsCountryCode: settings.PhoneRegion is null),
        BuiltInColumn.Of(SpreadsheetColumnKeys.Identifier, isRecipient: true),
        BuiltInColumn.Of(
            SpreadsheetColumnKeys.IdentifierKind, SpreadsheetColumnKind.Choice, ColumnChoices.IdentifierKinds(settings.IdentifierKinds), isClosed: true),
        BuiltInColumn.Of(SpreadsheetColumnKeys.JobTitle),
        BuiltInColumn.Of(SpreadsheetColumnKeys.Department),
        BuiltInColumn.Of(SpreadsheetColumnKeys.LineManager, width: 24),
        BuiltInColumn.Of(SpreadsheetColumnKeys.StartDate, SpreadsheetColumnKind.Date, width: 14),
        BuiltInColumn.Of(SpreadsheetColumnKeys.EmployeeId, width: 14),
        BuiltInColumn.Of(SpreadsheetColumnKeys.Language, SpreadsheetColumnKind.Language, ColumnChoices.Languages(settings.Languages)),
        BuiltInColumn.Of(
            SpreadsheetColumnKeys.Roles,
            SpreadsheetColumnKind.List,
            [.. roles.OrderBy(role => role.Rank).Select(role => new SpreadsheetChoice(role.Id))]),
        BuiltInColumn.Of(SpreadsheetColumnKeys.Admin, SpreadsheetColumnKind.Boolean, ColumnChoices.YesOrNo, width: 14, isClosed: true),
        BuiltInColumn.Of(SpreadsheetColumnKeys.Kind, SpreadsheetColumnKind.Choice, ColumnChoices.MemberOrGuest, isClosed: true),
        BuiltInColumn.Of(
            SpreadsheetColumnKeys.Groups,
            SpreadsheetColumnKind.List,
            [.. groups.Select(group => new SpreadsheetChoice(group.Id, _ => NameOf(group)))],
            width: 26),
        BuiltInColumn.Of(
            SpreadsheetColumnKeys.Products, SpreadsheetColumnKind.List, [.. products.Select(product => new SpreadsheetChoice(product))]),
        BuiltInColumn.Of(SpreadsheetColumnKeys.MembershipEndsAt, SpreadsheetColumnKind.Date, width: 14),
        BuiltInColumn.Of(SpreadsheetColumnKeys.PersonalMessage, width: 40, maxLength: settings.MaxMessageLength),
        .. settings.Fields.Select(HostColumn.Of),
        .. groups.Select(GroupColumn),
        Reason,
    ];

    /// <summary>The column of an error workbook that says what is wrong. An import passes over it.</summary>
    public static SpreadsheetColumn Reason { get; } =
        BuiltInColumn.Of(TemplateMark.Ignored, SpreadsheetColumnKind.Reason, width: 50, texts: "reason");

    public static string NameOf(Group group) => string.IsNullOrWhiteSpace(group.Name) ? group.Id : group.Name;

    private static SpreadsheetColumn GroupColumn(Group group)
    {
        var name = NameOf(group);
        return new()
        {
            Key = SpreadsheetColumnKeys.Group(group.Id),
            ErrorField = SpreadsheetColumnKeys.Groups,
            Kind = SpreadsheetColumnKind.Mark,
            Group = group,
            Choices = ColumnChoices.MarkedOrNot,
            IsClosed = true,
            Width = Math.Clamp(name.Length + 2, 8, 24),
            Names = [name, group.Id],
            Label = _ => name,
            Note = culture => ColumnTexts.Get("group.note", culture).Replace("{group}", name, StringComparison.Ordinal),
            Example = _ => "X",
        };
    }
}
