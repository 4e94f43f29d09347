using System.Globalization;
using Invitations.Excel.Tests.Hosting;
using Invitations.Excel.Tests.Writing;
using Invitations.Stores;

namespace Invitations.Excel.Tests.Exporting;

public sealed class CodeExportTests
{
    [Fact]
    public async Task Codes_are_written_as_they_are_made_and_each_is_in_the_trail()
    {
        await using var host = new ExcelHost();
        var (result, workbook) = await WriteAsync(host, host.Get<IInvitationCodes>().IssueAsync(ExcelHost.Tenant, 20, ExcelHost.Admin, null, TestContext.Current.CancellationToken));
        Assert.Equal(20, result.Rows);
        Assert.True(workbook.Mistakes.Count == 0, string.Join("\n", workbook.Mistakes));
        var rows = workbook.Rows();
        Assert.Equal(20, rows.Skip(1).Select(row => row[5]).Distinct().Count());
        Assert.All(rows.Skip(1), row => Assert.Matches("^[0-9A-Z]{5}-[0-9A-Z]{5}-", (string)row[5]!));

        var listed = await host.Get<IInvitationQueries>().ListAsync(ExcelHost.Tenant, ExcelHost.Admin, cancellationToken: TestContext.Current.CancellationToken);
        foreach (var invitation in listed.Items)
        {
            var trail = await host.Get<IAuditStore>().ListAsync(ExcelHost.Tenant, invitation.Id, TestContext.Current.CancellationToken);
            Assert.Contains(trail, entry => entry.Action == AuditAction.SecretShown);
        }
    }

    [Fact]
    public async Task A_list_that_is_refused_as_a_whole_is_no_file()
    {
        await using var host = new ExcelHost();
        using var stream = new MemoryStream();
        var codes = host.Get<IInvitationCodes>().IssueAsync(ExcelHost.Tenant, 501, ExcelHost.Admin, null, TestContext.Current.CancellationToken);
        var result = await host.Get<IInvitationExports>().WriteCodesAsync(codes, stream, null, TestContext.Current.CancellationToken);
        Assert.Equal("batch.too_large", Assert.Single(result.Errors).Code);
        Assert.Equal(0, stream.Length);
    }

    [Fact]
    public async Task No_codes_are_a_file_with_a_header()
    {
        await using var host = new ExcelHost();
        var (result, workbook) = await WriteAsync(host, host.Get<IInvitationCodes>().ShowAsync(ExcelHost.Tenant, ExcelHost.Admin, null, TestContext.Current.CancellationToken));
        Assert.Equal(0, result.Rows);
        Assert.Equal("Zugangscode", Assert.Single(workbook.Rows())[5]);
    }

    private static async Task<(SpreadsheetWriteResult Result, WrittenWorkbook Workbook)> WriteAsync(ExcelHost host, IAsyncEnumerable<InvitationCode> codes)
    {
        using var stream = new MemoryStream();
        var result = await host.Get<IInvitationExports>().WriteCodesAsync(
            codes, stream, new() { Culture = CultureInfo.GetCultureInfo("de") }, TestContext.Current.CancellationToken);
        Assert.Empty(result.Errors);
        return (result, new(stream.ToArray()));
    }
}
