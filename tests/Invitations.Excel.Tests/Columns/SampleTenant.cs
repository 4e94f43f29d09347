using Invitations;

namespace Invitations.Excel.Tests.Columns;

/// <summary>A tenant with roles, languages, groups and fields of every type.</summary>
internal static class SampleTenant
{
    public static TenantSettings Settings { get; } = TenantSettings.Default with
    {
        Roles = ["reader", "editor", "admin"],
        Languages = ["en", "fr", "nl-BE"],
        Products = ["chat"],
        IdentifierKinds = ["badge"],
        Groups = [new("design", "Design team"), new("night")],
        Fields =
        [
            new() { Key = "shift", Label = "Shift", Choices = ["early", "late"], IsRequired = true },
            new() { Key = "cost_centre", Label = "Cost centre" },
            new() { Key = "weekly_hours", Type = FieldType.Number },
            new() { Key = "first_aider", Label = "First aider", Type = FieldType.Boolean },
            new() { Key = "birth_date", Label = "Born on", Type = FieldType.Date },
        ],
    };

    public static SpreadsheetColumns Columns(TenantSettings? settings = null, params IReadOnlyCollection<Group> groups)
    {
        settings ??= Settings;
        return new(ColumnCatalogue.ColumnsOf(settings, [.. settings.Roles.Select((id, rank) => new Role(id, rank))], settings.Products, groups));
    }
}
