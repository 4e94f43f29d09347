using System.Globalization;
using System.Text;
using Invitations.Excel.Tests.Columns;
using Invitations.Excel.Tests.Files;
using Invitations.Excel.Tests.Hosting;
using Invitations.Excel.Tests.Writing;

namespace Invitations.Excel.Tests.ErrorWorkbooks;

public sealed class ErrorWorkbookTests
{
    private static readonly byte[] File = WorkbookFile.OfTexts(
        ["E-mail", "Voornaam", "Shift", "Shoe size", "Employee ID"],
        ["ana@example.com", "Ana", "early", "38", "001"],
        ["ben@@example.com", "=HYPERLINK(\"x\")", "noon", "+44", "002"],
        ["cem@example.com", "Cem", null, "40", "003"]).ToBytes();

    private static readonly ImportProblem[] Problems =
    [
        Problem(3, "A", "E-mail", InvitationErrorCodes.EmailInvalid, "email"),
        Problem(3, "C", "Shift", InvitationErrorCodes.ValueNotChoice, "shift"),
        Problem(4, "C", "Shift", InvitationErrorCodes.ValueMissing, "shift"),
    ];

    [Fact]
    public async Task The_rows_come_back_with_what_is_wrong_marked_noted_and_explained()
    {
        var workbook = await WriteAsync(File, Problems, new());
        Assert.True(workbook.Mistakes.Count == 0, string.Join("\n", workbook.Mistakes));
        var rows = workbook.Rows();
        Assert.Equal(["What to correct", "E-mail", "Voornaam", "Shift *", "Shoe size", "Employee ID"], rows[1].Select(cell => ((string)cell!).Replace("Shift", "Shift *", StringComparison.Ordinal)));
        Assert.Equal(["ana@example.com", "ben@@example.com", "cem@example.com"], rows.Skip(2).Select(row => row[1]));
        Assert.Null(rows[2][0]);
        Assert.Matches("^E-mail: .+\nShift: .+$", (string)rows[3][0]!);

        var right = workbook.FormatOf("B3").FillId!.Value;
        Assert.All(new[] { "B4", "D4", "D5" }, cell => Assert.NotEqual(right, workbook.FormatOf(cell).FillId!.Value));
        Assert.Equal(right, workbook.FormatOf("C4").FillId!.Value);
        Assert.Equal(["B4", "D4", "D5"], workbook.Notes.Keys.Where(cell => cell[^1] != '2'));
    }

    [Fact]
    public async Task Values_are_as_the_person_wrote_them_and_none_is_a_formula()
    {
        var workbook = await WriteAsync(File, Problems, new());
        var row = workbook.Rows()[3];
        Assert.Equal("=HYPERLINK(\"x\")", row[2]);
        Assert.Equal("+44", row[4]);
        Assert.Equal("002", row[5]);
        Assert.True(workbook.FormatOf("C4").QuotePrefix!.Value);
    }

    [Fact]
    public async Task Correct_rows_can_be_left_out()
    {
        var workbook = await WriteAsync(File, Problems, new() { LeaveOutCorrectRows = true });
        Assert.Equal(["ben@@example.com", "cem@example.com"], workbook.Rows().Skip(2).Select(row => row[1]));
    }

    [Fact]
    public async Task A_row_with_nothing_but_a_warning_is_correct()
    {
        ImportProblem[] warning = [Problem(2, "E", "Employee ID", InvitationErrorCodes.LineManagerUnknown, "line_manager") with { IsWarning = true }, .. Problems];
        Assert.Equal(4, (await WriteAsync(File, warning, new() { LeaveOutCorrectRows = true })).Rows().Count);
        Assert.StartsWith("Employee ID: ", (string?)(await WriteAsync(File, warning, new())).Rows()[2][0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_list_of_problems_was_cut_off_the_rows_behind_it_are_kept()
    {
        ImportProblem[] cut = [Problem(2, "A", "E-mail", InvitationErrorCodes.EmailInvalid, "email"), new() { Error = new(InvitationErrorCodes.ProblemsTooMany) }];
        Assert.Equal(5, (await WriteAsync(File, cut, new() { LeaveOutCorrectRows = true })).Rows().Count);
    }

    [Theory]
    [InlineData("en", "What to correct")]
    [InlineData("fr", "À corriger")]
    [InlineData("nl", "Wat te corrigeren")]
    [InlineData("de", "Was zu korrigieren ist")]
    public async Task It_is_read_again_under_any_language_and_the_reason_is_passed_over(string language, string header)
    {
        var culture = CultureInfo.GetCultureInfo(language);
        await using var host = new ExcelHost(SampleTenant.Settings);
        var once = await BytesAsync(host, File, Problems, new() { Culture = culture });
        Assert.Equal(header, new WrittenWorkbook(once).Rows()[1][0]);

        using var file = ReadFile.Open(once);
        var layout = await host.Get<SheetLayoutReader>().ReadAsync(ExcelHost.Tenant, file, new(), TestContext.Current.CancellationToken);
        Assert.Equal([null, "email", "first_name", "shift", null, "employee_id"], layout.Source.Columns.Select(column => column.Key));
        Assert.True(layout.Source.IsTemplate);
        Assert.False(layout.Source.IsOutdatedTemplate);

        var twice = await BytesAsync(host, once, [], new());
        Assert.Single(new WrittenWorkbook(twice).Rows()[1], cell => Equals(cell, "What to correct"));
        Assert.Equal(6, new WrittenWorkbook(twice).Rows()[1].Length);
    }

    [Fact]
    public async Task A_text_file_comes_back_as_a_workbook()
    {
        var csv = Encoding.UTF8.GetBytes("E-mail;Shift;Employee ID\r\nana@@example.com;early;007\r\n");
        var workbook = await WriteAsync(csv, [Problem(2, "A", "E-mail", InvitationErrorCodes.EmailInvalid, "email")], new());
        Assert.True(workbook.Mistakes.Count == 0, string.Join("\n", workbook.Mistakes));
        Assert.Equal(["ana@@example.com", "early", "007"], workbook.Rows()[2].Skip(1));
    }

    [Fact]
    public async Task A_required_column_that_is_missing_is_added()
    {
        var csv = Encoding.UTF8.GetBytes("E-mail\r\nana@example.com\r\n");
        var missing = new ImportProblem { Error = new(InvitationErrorCodes.ColumnMissing, "shift") { Arguments = new Dictionary<string, object> { ["field"] = "Shift" } } };
        var workbook = await WriteAsync(csv, [missing], new());
        Assert.Equal("Shift *", workbook.Rows()[1][2]);
        Assert.Contains("Shift", workbook.Notes["A2"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_offers_the_lists_of_a_template()
    {
        var workbook = await WriteAsync(File, Problems, new());
        Assert.Contains(workbook.Rules, rule => rule.SequenceOfReferences!.InnerText!.StartsWith("D3:D", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_number_in_a_column_of_text_is_written_in_full()
    {
        var file = WorkbookFile.Of($"""<row r="1">{WorkbookFile.Text(1, 1, "Phone")}{WorkbookFile.Text(2, 1, "Start date")}</row><row r="2"><c r="A2"><v>4.47911123456E+11</v></c><c r="B2" t="d"><v>2026-12-01</v></c></row>""").ToBytes();
        var row = (await WriteAsync(file, [], new())).Rows()[2];
        Assert.Equal("447911123456", row[1]);
        Assert.Equal(new DateTime(2026, 12, 1), row[2]);
    }

    [Fact]
    public async Task More_wrong_cells_than_notes_are_marked_all_the_same()
    {
        const int Rows = ErrorWorkbookOptions.MostNotes + 50;
        var csv = Encoding.UTF8.GetBytes("E-mail\r\n" + string.Concat(Enumerable.Range(1, Rows).Select(number => $"person{number}\r\n")));
        var workbook = await WriteAsync(csv, [.. Enumerable.Range(2, Rows).Select(row => Problem(row, "A", "E-mail", InvitationErrorCodes.EmailInvalid, "email"))], new());
        Assert.True(workbook.Mistakes.Count == 0, string.Join("\n", workbook.Mistakes));
        Assert.Equal(ErrorWorkbookOptions.MostNotes, workbook.Notes.Keys.Count(cell => cell is not ("A2" or "B2")));
        Assert.Equal(workbook.FormatOf("B3").FillId!.Value, workbook.FormatOf($"B{Rows + 2}").FillId!.Value);
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_is_refused_and_nothing_is_written()
    {
        await using var host = new ExcelHost();
        using var stream = new MemoryStream();
        var result = await host.Get<IErrorWorkbooks>().WriteAsync(
            ExcelHost.Tenant, new MemoryStream("%PDF-1.4"u8.ToArray()), [], stream, null, TestContext.Current.CancellationToken);
        Assert.Equal("file.format_unsupported", Assert.Single(result.Errors).Code);
        Assert.Equal(0, stream.Length);
    }

    private static ImportProblem Problem(int row, string column, string header, string code, string field) => new()
    {
        Row = row,
        Column = column,
        Header = header,
        Error = new(code, field) { Arguments = new Dictionary<string, object> { ["field"] = field, ["choices"] = new[] { "early", "late" } } },
    };

    private static async Task<WrittenWorkbook> WriteAsync(byte[] file, IReadOnlyCollection<ImportProblem> problems, ErrorWorkbookOptions options)
    {
        await using var host = new ExcelHost(SampleTenant.Settings);
        return new(await BytesAsync(host, file, problems, options));
    }

    private static async Task<byte[]> BytesAsync(ExcelHost host, byte[] file, IReadOnlyCollection<ImportProblem> problems, ErrorWorkbookOptions options)
    {
        using var stream = new MemoryStream();
        options = options with { Culture = options.Culture ?? CultureInfo.GetCultureInfo("en") };
        var result = await host.Get<IErrorWorkbooks>().WriteAsync(
            ExcelHost.Tenant, new MemoryStream(file), problems, stream, options, TestContext.Current.CancellationToken);
        Assert.Empty(result.Errors);
        return stream.ToArray();
    }
}
