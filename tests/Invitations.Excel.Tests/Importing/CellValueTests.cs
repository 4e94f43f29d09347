using Invitations.Excel.Tests.Files;

namespace Invitations.Excel.Tests.Importing;

/// <summary>Cells as people write them.</summary>
public sealed class CellValueTests
{
    private static readonly TenantSettings Settings = new()
    {
        Roles = ["editor", "admin"],
        Groups = [new("design", "Design"), new("night", "Night shift, London")],
        Fields =
        [
            new() { Key = "shift", Label = "Shift", Choices = ["early", "late"] },
            new() { Key = "licence", Label = "Driving licence", Type = FieldType.Boolean },
            new() { Key = "born", Label = "Born", Type = FieldType.Date },
            new() { Key = "hours", Label = "Hours", Type = FieldType.Number },
        ],
    };

    [Theory]
    [InlineData("ana@example.com", "ana@example.com")]
    [InlineData(" \u00A0ana@example.com\u200B ", "ana@example.com")]
    [InlineData("mailto:ana@example.com?subject=Hi", "ana@example.com")]
    [InlineData("a@example.com; b@example.com", "a@example.com; b@example.com")]
    public async Task An_address_is_what_the_cell_shows(string cell, string expected) =>
        Assert.Equal(expected, (await ReadOneAsync("email", cell)).Email);

    [Theory]
    [InlineData("<v>447911123456</v>", "447911123456")]
    [InlineData("<v>4.47911123456E+11</v>", "447911123456")]
    [InlineData("<v>447911123456.0</v>", "447911123456")]
    [InlineData("<v>4.477E+11</v>", "447700000000")]
    public async Task A_number_is_no_quantity_where_digits_matter(string cell, string expected)
    {
        await using var host = new ImportHost(Settings);
        foreach (var (column, read) in new (string, Func<Invite, string?>)[] { ("phone", i => i.Phone), ("identifier", i => i.Identifier), ("employee_id", i => i.EmployeeId) })
        {
            var file = WorkbookFile.Of(WorkbookFile.RowsOf([column]) + $"<row r=\"2\"><c r=\"A2\">{cell}</c></row>");
            Assert.Equal(expected, read(Assert.Single(await host.ReadAsync(file.ToBytes())).Invite));
        }
    }

    [Theory]
    [InlineData("447911123456.0", "447911123456")]
    [InlineData("4,47911123456E+11", "447911123456")]
    [InlineData("+44 7911 123456", "+44 7911 123456")]
    [InlineData("E-1042", "E-1042")]
    [InlineData("1.5", "1.5")]
    public async Task A_text_where_digits_matter_loses_only_what_programs_append(string cell, string expected) =>
        Assert.Equal(expected, (await ReadOneAsync("employee_id", cell)).EmployeeId);

    [Fact]
    public async Task A_number_that_was_shortened_in_a_text_file_is_an_error_and_not_a_guess()
    {
        await using var host = new ImportHost(Settings);

        var problem = Assert.Single(Assert.Single(await host.ReadAsync("phone\n4.477E+11")).Problems);

        Assert.Equal((InvitationErrorCodes.NumberShortened, 2, "A", "phone", "4.477E+11"), (problem.Code, problem.Row, problem.Column, problem.Header, problem.Value));
    }

    [Theory]
    [InlineData("2026-12-01", null, "2026-12-01")]
    [InlineData("2026-12-01T00:00:00", null, "2026-12-01")]
    [InlineData("1.12.2026", null, "2026-12-01")]
    [InlineData("25/12/2026", null, "2026-12-25")]
    [InlineData("12/25/2026 8:30", null, "2026-12-25")]
    [InlineData("3/4/2026", DateOrder.DayFirst, "2026-04-03")]
    [InlineData("3/4/2026", DateOrder.MonthFirst, "2026-03-04")]
    [InlineData("3/4/2026", null, null)]
    [InlineData("31/2/2026", null, null)]
    [InlineData("next Monday", null, null)]
    public async Task A_date_is_read_where_it_means_one_day_only(string cell, DateOrder? order, string? expected)
    {
        await using var host = new ImportHost(Settings);

        var row = Assert.Single(await host.ReadAsync($"email\tstart_date\tBorn\nana@example.com\t{cell}\t{cell}", new() { DateOrder = order }));

        Assert.Equal(expected, row.Invite.StartDate?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(expected, row.Invite.Fields.GetValueOrDefault("born"));
        Assert.Equal(expected is null ? ["B2: value.not_date", "C2: value.not_date"] : [], row.Problems.Select(problem => problem.ToString()));
    }

    [Theory]
    [InlineData("", 46357)]
    [InlineData("<workbookPr date1904=\"true\"/>", 44895)]
    public async Task A_number_in_a_column_of_dates_counts_days_in_the_system_of_the_file(string properties, int serial)
    {
        await using var host = new ImportHost(Settings);
        var file = WorkbookFile.Of([("People", "visible", WorkbookFile.RowsOf(["start_date"]) + $"<row><c><v>{serial}</v></c></row>")], workbookProperties: properties);

        Assert.Equal(new(2026, 12, 1), Assert.Single(await host.ReadAsync(file.ToBytes())).Invite.StartDate);
    }

    [Fact]
    public async Task A_membership_lasts_to_the_end_of_its_last_day() =>
        Assert.Equal(new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.Zero), (await ReadOneAsync("membership_ends_at", "2026-12-31")).MembershipEndsAt);

    [Theory]
    [InlineData("TRUE", true)]
    [InlineData("true", true)]
    [InlineData("1", true)]
    [InlineData("yes", true)]
    [InlineData("X", true)]
    [InlineData("ja", true)]
    [InlineData("Oui", true)]
    [InlineData("FALSE", false)]
    [InlineData("nein", false)]
    [InlineData("0", false)]
    public async Task Yes_and_no_are_understood_in_four_languages(string cell, bool expected)
    {
        Assert.Equal(expected, (await ReadOneAsync("admin", cell)).Admin);
        Assert.Equal(expected ? "true" : "false", (await ReadOneAsync("Driving licence", cell)).Fields["licence"]);
    }

    [Fact]
    public async Task A_number_and_a_truth_of_a_workbook_are_yes_and_no_too()
    {
        await using var host = new ImportHost(Settings);
        var file = WorkbookFile.Of(WorkbookFile.RowsOf(["admin", "licence"]) + "<row r=\"2\"><c r=\"A2\"><v>1</v></c><c r=\"B2\" t=\"b\"><v>0</v></c></row>");

        var invite = Assert.Single(await host.ReadAsync(file.ToBytes())).Invite;

        Assert.Equal((true, "false"), (invite.Admin, invite.Fields["licence"]));
    }

    [Theory]
    [InlineData("Design; editor", "design", "editor")]
    [InlineData("Night shift, London", "night")]
    [InlineData("Design, Sales", "design", "Sales")]
    [InlineData("Night shift, London;Sales", "night", "Sales")]
    public async Task Groups_are_separated_by_semicolons_and_else_by_commas(string cell, params string[] expected) =>
        Assert.Equal(expected, (await ReadOneAsync("groups", cell)).Groups!);

    [Fact]
    public async Task An_X_puts_people_into_the_group_of_the_column()
    {
        await using var host = new ImportHost(Settings);

        var rows = await host.ReadAsync("email\tDesign\tgroup:night\na@x.com\tX\t\nb@x.com\tx\tja\nc@x.com\t\tno\nd@x.com\tmaybe\t");

        Assert.Equal(["design"], rows[0].Invite.Groups!);
        Assert.Equal(["design", "night"], rows[1].Invite.Groups!);
        Assert.Null(rows[2].Invite.Groups);
        Assert.Equal("B5: value.not_boolean", Assert.Single(rows[3].Problems).ToString());
    }

    [Theory]
    [InlineData("Guest", GrantKind.Guest)]
    [InlineData("invité", GrantKind.Guest)]
    [InlineData("lid", GrantKind.Member)]
    public async Task Member_or_guest_is_said_in_any_language(string cell, GrantKind expected) =>
        Assert.Equal(expected, (await ReadOneAsync("kind", cell)).Kind);

    [Fact]
    public async Task Formulas_are_read_as_they_were_saved_or_refused_and_never_calculated()
    {
        await using var host = new ImportHost(Settings);
        var file = WorkbookFile.Of(
            WorkbookFile.RowsOf(["email", "first_name", "last_name"])
            + "<row r=\"2\"><c r=\"A2\" t=\"str\"><f>B2&amp;\"@x.com\"</f><v>ana@x.com</v></c><c r=\"B2\"><f>1+1</f></c><c r=\"C2\" t=\"e\"><f>NA()</f><v>#N/A</v></c></row>").ToBytes();

        var read = Assert.Single(await host.ReadAsync(file));
        var refused = Assert.Single(await host.ReadAsync(file, new() { Formulas = FormulaRule.Refuse }));

        Assert.Equal("ana@x.com", read.Invite.Email);
        Assert.Equal(["B2: cell.not_calculated", "C2: cell.failed"], read.Problems.Select(problem => problem.ToString()));
        Assert.Equal(["A2: cell.formula", "B2: cell.formula", "C2: cell.formula"], refused.Problems.Select(problem => problem.ToString()));
    }

    private static async Task<Invite> ReadOneAsync(string header, string cell)
    {
        await using var host = new ImportHost(Settings);
        var row = Assert.Single(await host.ReadAsync(WorkbookFile.OfTexts([header], [cell]).ToBytes()));
        Assert.Empty(row.Problems);
        return row.Invite;
    }
}
