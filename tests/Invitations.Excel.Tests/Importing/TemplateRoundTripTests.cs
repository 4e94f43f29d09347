namespace Invitations.Excel.Tests.Importing;

public sealed class TemplateRoundTripTests
{
    [Fact]
    public async Task A_template_that_was_not_filled_in_has_no_people_and_nothing_unknown()
    {
        await using var host = new ImportHost(new() { Groups = [new("design", "Design")], Fields = [new() { Key = "shift", Label = "Shift", IsRequired = true }] });
        using var template = new MemoryStream();
        await host.Get<ISpreadsheetTemplates>().WriteAsync(ImportHost.Tenant, template, cancellationToken: TestContext.Current.CancellationToken);

        var check = await host.CheckAsync(template.ToArray());

        Assert.Equal(InvitationErrorCodes.BatchEmpty, Assert.Single(check.Problems).Code);
        Assert.Equal((true, false), (check.Source.IsTemplate, check.Source.IsOutdatedTemplate));
        Assert.All(check.Source.Columns, column => Assert.NotNull(column.Key));
    }
}
