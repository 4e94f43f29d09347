using System.Globalization;
using Invitations.Excel.Tests.Columns;
using Invitations.Excel.Tests.Files;
using Invitations.Excel.Tests.Hosting;

namespace Invitations.Excel.Tests.Templates;

public sealed class TemplateRoundTripTests
{
    public static TheoryData<string, SpreadsheetGroupLayout> Templates => new()
    {
        { "en", SpreadsheetGroupLayout.OneColumn },
        { "fr", SpreadsheetGroupLayout.ColumnForEach },
        { "nl", SpreadsheetGroupLayout.OneColumn },
        { "de", SpreadsheetGroupLayout.ColumnForEach },
    };

    [Theory, MemberData(nameof(Templates))]
    public async Task A_template_in_any_language_is_understood_by_an_import(string language, SpreadsheetGroupLayout layout)
    {
        var found = await ReadBackAsync(language, layout, SampleTenant.Settings);
        Assert.True(found.Source.IsTemplate);
        Assert.False(found.Source.IsOutdatedTemplate);
        Assert.Empty(found.Problems);
        Assert.All(found.Source.Columns, column => Assert.NotNull(column.Key));
        Assert.Equal(PeopleSheet.HeaderRow, found.Source.HeaderRow);
    }

    [Fact]
    public async Task A_template_from_before_the_fields_changed_is_recognised_and_read()
    {
        var later = SampleTenant.Settings with { Fields = [.. SampleTenant.Settings.Fields, new() { Key = "badge_colour" }] };
        var found = await ReadBackAsync("nl", SpreadsheetGroupLayout.OneColumn, later);
        Assert.True(found.Source.IsOutdatedTemplate);
        Assert.All(found.Source.Columns, column => Assert.NotNull(column.Key));
    }

    private static async Task<SheetLayout> ReadBackAsync(string language, SpreadsheetGroupLayout layout, TenantSettings later)
    {
        using var stream = new MemoryStream();
        await using (var host = new ExcelHost(SampleTenant.Settings))
        {
            await host.Get<ISpreadsheetTemplates>().WriteAsync(
                ExcelHost.Tenant,
                stream,
                new() { Culture = CultureInfo.GetCultureInfo(language), GroupLayout = layout },
                TestContext.Current.CancellationToken);
        }

        await using var other = new ExcelHost(later);
        using var file = ReadFile.Open(stream.ToArray());
        return await other.Get<SheetLayoutReader>().ReadAsync(ExcelHost.Tenant, file, new(), TestContext.Current.CancellationToken);
    }
}
