using Invitations.Excel.Tests.Files;

namespace Invitations.Excel.Tests.Writing;

public sealed class WrittenTextTests
{
    private const int Texts = 400;
    private const string Alphabet = "=+-@\t\r\n\0 aZ0\"';,_x005F_é\u0007\u001B\uFF1D\uFF0B\uFFFE\uD83D\uDE00\uD83D<&>]]>";

    public static TheoryData<string> Formulas =>
        ["=1+1", "+44 7911 123456", "-5", "@SUM(A1)", "\tx", "\rx", "\nx", "\0x", "\uFF1D1+1", "\uFF0B1", "\uFF0D1", "\uFF20A"];

    [Fact]
    public async Task Whatever_people_write_comes_back_and_is_never_a_formula()
    {
        var texts = RandomTexts();
        var content = await WorkbookAsync(texts);
        var workbook = new WrittenWorkbook(content);

        Assert.True(workbook.Mistakes.Count == 0, string.Join("\n", workbook.Mistakes));
        Assert.Equal(0, workbook.Inspect(document => WrittenWorkbook.Sheet(document).Descendants<DocumentFormat.OpenXml.Spreadsheet.CellFormula>().Count()));
        using var file = ReadFile.Open(content);
        var read = file.Sheets[0].Rows.Skip(1).ToDictionary(row => row.Number - 2, row => row.Cells.Single().Text);
        for (var i = 0; i < texts.Count; i++)
            Assert.Equal(WithoutHalves(texts[i]), read.GetValueOrDefault(i, ""));
    }

    [Theory, MemberData(nameof(Formulas))]
    public async Task What_looks_like_a_formula_stays_text_also_when_somebody_edits_it(string text)
    {
        var format = new WrittenWorkbook(await WorkbookAsync([text])).FormatOf("A2");
        Assert.Equal((49u, true), (format.NumberFormatId!.Value, format.QuotePrefix?.Value));
    }

    [Theory, MemberData(nameof(Formulas))]
    public async Task In_a_text_file_it_begins_with_an_apostrophe(string text)
    {
        using var stream = new MemoryStream();
        using var file = new CsvExport(stream, new("en-GB"), ["Header"]);
        await file.AddAsync(["first", text], TestContext.Current.CancellationToken);
        await file.CompleteAsync(TestContext.Current.CancellationToken);
        var cell = ReadFile.Rows(stream.ToArray())[1].Split("B=")[1];
        Assert.StartsWith("'" + text.Replace('\0', '\uFFFD')[0], cell.Replace("\r\n", "\n", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_that_fits_into_no_cell_is_cut_off_between_two_characters()
    {
        var text = new string('x', WrittenText.MaxLength - 1) + "\uD83D\uDE00";
        using var file = ReadFile.Open(await WorkbookAsync([text, new string('y', WrittenText.MaxLength)]));
        Assert.Equal([text[..^2], new string('y', WrittenText.MaxLength)], file.Sheets[0].Rows.Skip(1).Select(row => row.Cells[0].Text));
    }

    [Theory]
    [InlineData("People", 1, "People")]
    [InlineData("a:b\\c/d?e*f[g]h", 1, "a b c d e f g h")]
    [InlineData("'quoted'", 1, "quoted")]
    [InlineData("history", 1, "Sheet")]
    [InlineData(" ", 1, "Sheet")]
    [InlineData("A name that is much longer than a tab can show", 1, "A name that is much longer than")]
    [InlineData("A name that is much longer than a tab can show", 12, "A name that is much longer (12)")]
    public void A_sheet_has_a_name_that_a_tab_can_show(string text, int number, string name) => Assert.Equal(name, SheetName.Of(text, number));

    private static List<string> RandomTexts()
    {
        var random = new Random(20261122);
        return [.. Enumerable.Range(0, Texts).Select(_ => new string([.. Enumerable.Range(0, random.Next(1, 12)).Select(_ => Alphabet[random.Next(Alphabet.Length)])]))];
    }

    private static string WithoutHalves(string text) => System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(text)).Replace('\uFFFE', '\uFFFD');

    private static async Task<byte[]> WorkbookAsync(IReadOnlyList<string> texts)
    {
        using var stream = new MemoryStream();
        using var file = new WorkbookExport(stream, "Texts", [("Header", 20)]);
        foreach (var text in texts)
            await file.AddAsync([text], TestContext.Current.CancellationToken);
        await file.CompleteAsync(TestContext.Current.CancellationToken);
        return stream.ToArray();
    }
}
