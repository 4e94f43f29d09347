using System.Text;
using Microsoft.Extensions.DependencyInjection;

namespace Invitations.Docs.Tests.Running;

public sealed class SpreadsheetExampleTests
{
    [Fact]
    public async Task A_template_an_error_workbook_and_exports_are_written()
    {
        var services = new ServiceCollection();
        Snippets.Spreadsheets.Wire(services);
        services.AddInvitations(o => o.Defaults = o.Defaults with { Groups = [new("design"), new("night")] }).UseEphemeralKeys();
        await using var provider = services.BuildServiceProvider();
        await using var scope = provider.CreateAsyncScope();
        var example = ActivatorUtilities.CreateInstance<Snippets.Spreadsheets>(
            scope.ServiceProvider, new TenantId("acme"), Inviter.OrganizationAdmin("user-tina"));

        using var template = new MemoryStream();
        Assert.True((await example.TemplateAsync(template)).Succeeded);
        using var errors = new MemoryStream();
        var problem = new ImportProblem { Row = 2, Column = "A", Header = "Email", Error = new(InvitationErrorCodes.EmailInvalid, "email") };
        Assert.Equal(1, (await example.ErrorsAsync(new MemoryStream("Email\r\nana\r\n"u8.ToArray()), [problem], errors)).Rows);
        using var codes = new MemoryStream();
        Assert.Equal(200, (await example.CodesAsync(codes)).Rows);
        using var list = new MemoryStream();
        Assert.Equal(200, (await example.ExportAsync(list)).Rows);
        Assert.StartsWith("\uFEFF", Encoding.UTF8.GetString(list.ToArray()), StringComparison.Ordinal);
        Assert.All(new[] { template, errors, codes }, file => Assert.Equal("PK"u8.ToArray(), file.ToArray()[..2]));
    }
}
