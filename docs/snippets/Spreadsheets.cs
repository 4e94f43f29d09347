using System.Globalization;
using Invitations;
using Microsoft.Extensions.DependencyInjection;

namespace Snippets;

public sealed class Spreadsheets(
    ISpreadsheetTemplates templates,
    IErrorWorkbooks errorWorkbooks,
    IInvitationExports exports,
    IInvitationCodes codes,
    TenantId tenant,
    Inviter tina)
{
    public static void Wire(IServiceCollection services)
    {
        #region excel-wiring
        services.AddInvitations(o => o.BaseUrl = new Uri("https://app.example.com/join"))
            .AddExcel();
        #endregion
    }

    public async Task<SpreadsheetWriteResult> TemplateAsync(Stream response)
    {
        #region excel-template
        var written = await templates.WriteAsync(tenant, response, new SpreadsheetTemplateOptions
        {
            Culture = CultureInfo.GetCultureInfo("nl"),                        // of the person who downloads it
            Groups = ["design", "night"],                                      // those that this person may see
            GroupLayout = SpreadsheetGroupLayout.ColumnForEach,
            Title = "Acme Hospital",
        });
        #endregion
        return written;
    }

    public async Task<SpreadsheetWriteResult> ErrorsAsync(Stream upload, IReadOnlyList<ImportProblem> problems, Stream response)
    {
        #region excel-errors
        var written = await errorWorkbooks.WriteAsync(tenant, upload, problems, response, new ErrorWorkbookOptions
        {
            LeaveOutCorrectRows = false,                                       // true where the correct rows are staged already
        });
        #endregion
        return written;
    }

    public async Task<SpreadsheetWriteResult> ExportAsync(Stream response)
    {
        #region excel-export
        var written = await exports.WriteInvitationsAsync(tenant, tina, response, new InvitationExportOptions
        {
            Filter = new() { Statuses = [InvitationStatus.Pending] },
            Format = SpreadsheetFormat.Csv,                                    // or Xlsx, the default
        });
        #endregion
        return written;
    }

    public async Task<SpreadsheetWriteResult> CodesAsync(Stream response)
    {
        #region excel-codes
        var written = await exports.WriteCodesAsync(codes.IssueAsync(tenant, 200, tina), response);
        #endregion
        return written;
    }
}
