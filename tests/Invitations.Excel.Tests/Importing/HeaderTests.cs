using Microsoft.Extensions.DependencyInjection;
using Invitations.Excel.Tests.Files;

namespace Invitations.Excel.Tests.Importing;

public sealed class HeaderTests
{
    [Theory]
    [InlineData("email,first_name")]
    [InlineData("E-MAIL ADDRESS ,  First  name")]
    [InlineData("Adresse e-mail,Prénom")]
    [InlineData("E-mailadres,Voornaam")]
    [InlineData("E-Mail-Adresse,Vorname*")]
    [InlineData("First name,E-mail")]
    public async Task A_header_is_a_key_or_a_label_in_any_language_and_order(string header)
    {
        await using var host = new ImportHost();
        var isSwapped = header.StartsWith("First", StringComparison.Ordinal);

        var invite = Assert.Single(await host.ReadAsync(header + (isSwapped ? "\nAna,ana@example.com" : "\nana@example.com,Ana"))).Invite;

        Assert.Equal(("ana@example.com", "Ana"), (invite.Email, invite.FirstName));
    }

    [Fact]
    public async Task A_title_above_the_list_and_blank_rows_are_passed_over()
    {
        await using var host = new ImportHost();

        var rows = await host.ReadAsync("New people in 2026\n\n\nemail,first_name\n\n,\nana@example.com,Ana\n\nbo@example.com,Bo\n");

        Assert.Equal([7, 9], rows.Select(row => row.Invite.Row));
    }

    [Fact]
    public async Task An_unknown_column_is_a_warning_or_an_error_as_the_caller_wants()
    {
        await using var host = new ImportHost();
        const string file = "email,Shoe size\nana@example.com,43";

        var warned = await host.CheckAsync(file);
        var refused = await host.CheckAsync(file, new() { UnknownColumns = UnknownColumnRule.Refuse });

        Assert.True(warned.CanBeStaged);
        Assert.Equal(("B1: column.unknown", true), (Assert.Single(warned.Problems).ToString(), warned.Problems[0].IsWarning));
        Assert.False(refused.CanBeStaged);
        Assert.Equal(("B1: column.unknown", false), (Assert.Single(refused.Problems).ToString(), refused.Problems[0].IsWarning));
        Assert.Equal([new("A", "email", "email"), new("B", "Shoe size", null)], warned.Source.Columns);
    }

    [Fact]
    public async Task Values_below_no_header_are_told_once()
    {
        await using var host = new ImportHost();

        var check = await host.CheckAsync("email,\nana@example.com,43\nbo@example.com,44");

        Assert.Equal("B2: column.unknown", Assert.Single(check.Problems).ToString());
        Assert.Equal(2, check.Counts.New);
    }

    [Fact]
    public async Task Two_columns_for_one_field_refuse_the_file()
    {
        await using var host = new ImportHost();

        var check = await host.CheckAsync("email,E-mail address\nana@example.com,bo@example.com");

        var problem = Assert.Single(check.Problems);
        Assert.Equal("B1: column.duplicate", problem.ToString());
        Assert.Equal("A", problem.Error.Arguments["other"]);
        Assert.False(check.CanBeStaged);
    }

    [Fact]
    public async Task A_required_column_that_is_missing_refuses_the_file_before_any_row()
    {
        await using var host = new ImportHost(new() { Fields = [new() { Key = "shift", Label = "Shift", IsRequired = true }] });

        var check = await host.CheckAsync("first_name\nAna");

        Assert.Equal([("column.missing", "email"), ("column.missing", "shift")], check.Problems.Select(problem => (problem.Code, problem.Error.Field!)));
        Assert.Equal(0, check.Counts.Rows);
    }

    [Fact]
    public async Task The_first_visible_sheet_with_known_headers_is_read_or_the_one_that_is_named()
    {
        await using var host = new ImportHost();
        var file = WorkbookFile.Of([
            ("Old", "hidden", WorkbookFile.RowsOf(["email"], ["old@example.com"])),
            ("Read me", "visible", WorkbookFile.RowsOf(["How to fill this in"], ["Write addresses"])),
            ("People", "visible", WorkbookFile.RowsOf(["email"], ["ana@example.com"])),
            ("More", "visible", WorkbookFile.RowsOf(["email"], ["bo@example.com"])),
        ]).ToBytes();

        Assert.Equal("ana@example.com", Assert.Single(await host.ReadAsync(file)).Invite.Email);
        Assert.Equal("bo@example.com", Assert.Single(await host.ReadAsync(file, new() { Sheet = "MORE" })).Invite.Email);
        Assert.Equal(InvitationErrorCodes.SheetUnknown, Assert.Single((await host.CheckAsync(file, new() { Sheet = "Old" })).Problems).Code);
    }

    [Fact]
    public async Task A_template_is_known_by_its_marks_even_where_headers_were_renamed()
    {
        await using var host = new ImportHost();
        var fingerprint = (await host.Get<TenantColumns>().ReadAsync(ImportHost.Tenant, [], TestContext.Current.CancellationToken)).Columns.Fingerprint;
        string[] marks = [new TemplateMark(1, fingerprint, "email").ToString(), new TemplateMark(1, fingerprint, "first_name").ToString(), new TemplateMark(1, fingerprint, "-").ToString()];

        var check = await host.CheckAsync(WorkbookFile.OfTexts(marks, ["Where to write", "How to call them", "Notes to self"], ["ana@example.com", "Ana", "nice"]).ToBytes());

        Assert.Equal((1, true, false), (check.Counts.New, check.Source.IsTemplate, check.Source.IsOutdatedTemplate));
        Assert.Equal(["email", "first_name", null], check.Source.Columns.Select(column => column.Key));
        Assert.Empty(check.Problems);
    }

    [Fact]
    public async Task An_outdated_template_is_recognised_and_read()
    {
        await using var host = new ImportHost();

        var check = await host.CheckAsync(WorkbookFile.OfTexts(["invitations:1:00000000:email"], ["E-mail address"], ["ana@example.com"]).ToBytes());

        Assert.True(check.Source.IsOutdatedTemplate);
        Assert.Equal(("template.outdated", true), (Assert.Single(check.Problems).Code, check.Problems[0].IsWarning));
        Assert.Equal(1, check.Counts.New);
    }

    [Fact]
    public async Task A_header_can_name_a_group_of_the_directory()
    {
        await using var host = new ImportHost(configure: builder => builder.UseGroups<TwoGroups>());

        var check = await host.CheckAsync("email\tNight shift\tgroup:d-1\nana@example.com\tX\tX");
        var stagedRow = Assert.Single(await host.ReadAsync("email\tNight shift\tgroup:d-1\nana@example.com\tX\tX"));

        Assert.Empty(check.Problems);
        Assert.Equal(["n-1", "d-1"], stagedRow.Invite.Groups!);
    }

    private sealed class TwoGroups : IGroupDirectory
    {
        public ValueTask<IReadOnlyDictionary<string, Group>> FindAsync(GroupQuery query, CancellationToken cancellationToken) =>
            new(query.Texts.Where(text => text is "Night shift" or "n-1" or "d-1").ToDictionary(
                text => text, text => text == "d-1" ? new Group("d-1", "Design") : new Group("n-1", "Night shift")));
    }
}
