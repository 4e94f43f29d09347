using System.Globalization;
using System.Text;
using Invitations.Excel.Tests.Columns;
using Invitations.Excel.Tests.Hosting;
using Invitations.Excel.Tests.Writing;

namespace Invitations.Excel.Tests.Exporting;

public sealed class InvitationExportTests
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    [Theory]
    [InlineData("en", "Status", "Open")]
    [InlineData("fr", "Statut", "En cours")]
    [InlineData("nl", "Status", "Open")]
    [InlineData("de", "Status", "Offen")]
    public async Task Invitations_are_written_with_headers_of_the_language(string language, string header, string open)
    {
        await using var host = new ExcelHost(SampleTenant.Settings);
        await InviteAsync(host, 3);
        var (_, workbook) = await WorkbookAsync(host, ExcelHost.Admin, new() { Culture = CultureInfo.GetCultureInfo(language) });
        Assert.True(workbook.Mistakes.Count == 0, string.Join("\n", workbook.Mistakes));
        Assert.Equal([header, open, open, open], workbook.Rows().Select(row => row[0]));
    }

    [Fact]
    public async Task Dates_are_dates_and_what_people_wrote_is_text()
    {
        await using var host = new ExcelHost(SampleTenant.Settings);
        await InviteAsync(host, 1);
        var (_, workbook) = await WorkbookAsync(host, ExcelHost.Admin, new() { Culture = English });
        var row = Row(workbook, 1);
        Assert.Equal("+447911123456", row["Mobile number"]);
        Assert.Equal("00417", row["Employee ID"]);
        Assert.Equal("Design team", row["Groups"]);
        Assert.Equal("early", row["Shift"]);
        Assert.Equal("Tina", row["Invited by"]);
        Assert.Equal(new DateTime(2026, 12, 1), row["Start date"]);
        Assert.Equal(StandingClock.Start.UtcDateTime, row["Created (UTC)"]);
        Assert.Equal(1d, row["Times sent"]);
    }

    [Fact]
    public async Task A_viewer_exports_what_a_list_would_show_and_no_more()
    {
        await using var host = new ExcelHost(SampleTenant.Settings);
        await InviteAsync(host, 3);
        var (own, workbook) = await WorkbookAsync(host, Inviter.GroupAdmin("user-gil", ["night"]), new() { Culture = English });
        Assert.Equal(0, own.Rows);
        Assert.Single(workbook.Rows());

        using var stream = new MemoryStream();
        var refused = await host.Get<IInvitationExports>().WriteInvitationsAsync(
            ExcelHost.Tenant, new Inviter("user-eve"), stream, null, TestContext.Current.CancellationToken);
        Assert.False(refused.Succeeded);
        Assert.Equal(0, stream.Length);
    }

    [Fact]
    public async Task More_than_a_page_is_written_and_each_once()
    {
        await using var host = new ExcelHost(SampleTenant.Settings with { BatchSize = 5_000 });
        await InviteAsync(host, 1_201);
        var (result, workbook) = await WorkbookAsync(host, ExcelHost.Admin, new() { Culture = English });
        Assert.Equal(1_201, result.Rows);
        Assert.Equal(1_201, workbook.Rows().Skip(1).Select(row => row[3]).Distinct().Count());
    }

    [Fact]
    public async Task A_filter_says_which()
    {
        await using var host = new ExcelHost(SampleTenant.Settings);
        await InviteAsync(host, 3);
        var (result, _) = await WorkbookAsync(host, ExcelHost.Admin, new() { Filter = new() { Search = "person2@" } });
        Assert.Equal(1, result.Rows);
        (result, _) = await WorkbookAsync(host, ExcelHost.Admin, new() { Filter = new() { Statuses = [InvitationStatus.Accepted] } });
        Assert.Equal(0, result.Rows);
    }

    [Fact]
    public async Task Another_tenant_is_not_in_it()
    {
        await using var host = new ExcelHost(SampleTenant.Settings);
        await InviteAsync(host, 3);
        using var stream = new MemoryStream();
        var result = await host.Get<IInvitationExports>().WriteInvitationsAsync("globex", ExcelHost.Admin, stream, null, TestContext.Current.CancellationToken);
        Assert.Equal(0, result.Rows);
    }

    [Fact]
    public async Task As_text_dates_are_ISO_and_a_plus_at_the_front_is_defused()
    {
        await using var host = new ExcelHost(SampleTenant.Settings);
        await InviteAsync(host, 1);
        using var stream = new MemoryStream();
        await host.Get<IInvitationExports>().WriteInvitationsAsync(
            ExcelHost.Tenant, ExcelHost.Admin, stream, new() { Format = SpreadsheetFormat.Csv, Culture = English }, TestContext.Current.CancellationToken);
        var lines = Encoding.UTF8.GetString(stream.ToArray()).Split("\r\n");
        Assert.StartsWith("\uFEFFStatus,First name,", lines[0], StringComparison.Ordinal);
        Assert.Contains(",'+447911123456,", lines[1], StringComparison.Ordinal);
        Assert.Contains(",2026-12-01,", lines[1], StringComparison.Ordinal);
        Assert.Contains(",2026-11-22T09:30:00Z,", lines[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SpreadsheetFormat.Xlsx)]
    [InlineData(SpreadsheetFormat.Csv)]
    public async Task No_secret_is_in_an_export_of_invitations(SpreadsheetFormat format)
    {
        await using var host = new ExcelHost(SampleTenant.Settings);
        var result = await host.Get<IInvitationService>().InviteAsync(
            ExcelHost.Tenant, new() { Identifier = "P-1", Fields = Shift }, ExcelHost.Admin, cancellationToken: TestContext.Current.CancellationToken);
        var secrets = (await host.Get<IInvitationAdministration>().ShowSecretAsync(
            ExcelHost.Tenant, result.InvitationId!.Value, ExcelHost.Admin, cancellationToken: TestContext.Current.CancellationToken)).Secrets!;
        using var stream = new MemoryStream();
        await host.Get<IInvitationExports>().WriteInvitationsAsync(
            ExcelHost.Tenant, ExcelHost.Admin, stream, new() { Format = format }, TestContext.Current.CancellationToken);
        var content = format is SpreadsheetFormat.Csv
            ? Encoding.UTF8.GetString(stream.ToArray())
            : string.Concat(new WrittenWorkbook(stream.ToArray()).Rows().SelectMany(row => row));
        Assert.Contains("P-1", content, StringComparison.Ordinal);
        Assert.DoesNotContain(secrets.Code!, content, StringComparison.Ordinal);
        Assert.DoesNotContain("/join/", content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_does_not_fit_on_a_sheet_goes_on_on_the_next()
    {
        using var stream = new MemoryStream();
        using var file = new WorkbookExport(stream, "Rows", [("Number", 10)]) { MostRows = 4 };
        for (var i = 1; i <= 7; i++)
            await file.AddAsync([i], TestContext.Current.CancellationToken);
        await file.CompleteAsync(TestContext.Current.CancellationToken);
        var workbook = new WrittenWorkbook(stream.ToArray());
        Assert.True(workbook.Mistakes.Count == 0, string.Join("\n", workbook.Mistakes));
        Assert.Equal(["Rows", "Rows (2)", "Rows (3)"], workbook.Sheets.Select(sheet => sheet.Name));
        Assert.Equal(["Number", 7d], workbook.Rows(2).Select(row => row[0]));
    }

    private static readonly Dictionary<string, string> Shift = new() { ["shift"] = "early" };

    private static async Task InviteAsync(ExcelHost host, int count)
    {
        var people = Enumerable.Range(1, count).Select(number => new Invite($"person{number}@example.com")
        {
            FirstName = "Ana",
            Phone = number == 1 ? "+44 7911 123456" : null,
            EmployeeId = number == 1 ? "00417" : null,
            StartDate = new(2026, 12, 1),
            Groups = ["design"],
            Fields = Shift,
        });
        var result = await host.Get<IInvitationService>().InviteManyAsync(
            ExcelHost.Tenant, [.. people], ExcelHost.Admin, cancellationToken: TestContext.Current.CancellationToken);
        Assert.All(result.Rows, row => Assert.Empty(row.Errors));
    }

    private static async Task<(SpreadsheetWriteResult Result, WrittenWorkbook Workbook)> WorkbookAsync(
        ExcelHost host, Inviter viewer, InvitationExportOptions options)
    {
        using var stream = new MemoryStream();
        var result = await host.Get<IInvitationExports>().WriteInvitationsAsync(ExcelHost.Tenant, viewer, stream, options, TestContext.Current.CancellationToken);
        Assert.Empty(result.Errors);
        return (result, new(stream.ToArray()));
    }

    private static Dictionary<string, object?> Row(WrittenWorkbook workbook, int number)
    {
        var rows = workbook.Rows();
        return rows[0].Zip(rows[number]).ToDictionary(pair => (string)pair.First!, pair => pair.Second);
    }
}
