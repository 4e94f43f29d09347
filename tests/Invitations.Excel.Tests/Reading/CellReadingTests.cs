using Invitations.Excel.Tests.Files;

namespace Invitations.Excel.Tests.Reading;

public sealed class CellReadingTests
{
    private const string Styles =
        "<numFmts><numFmt numFmtId=\"164\" formatCode=\"dd\\.mm\\.yyyy\"/><numFmt numFmtId=\"165\" formatCode=\"00000\"/><numFmt numFmtId=\"166\" formatCode=\"[h]:mm:ss\"/>" +
        "<numFmt numFmtId=\"167\" formatCode=\"&quot;day&quot; 0\"/></numFmts>" +
        "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>" +
        "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/><xf numFmtId=\"165\"/><xf numFmtId=\"166\"/><xf numFmtId=\"167\"/></cellXfs>";

    [Theory]
    [InlineData("<c r=\"A1\" t=\"s\"><v>1</v></c>", "A=shared")]
    [InlineData("<c r=\"A1\" t=\"s\"><v>2</v></c>", "A=rich text")]
    [InlineData("<c r=\"A1\" t=\"s\"><v>3</v></c>", "A=two\rlines")]
    [InlineData("<c r=\"A1\" t=\"inlineStr\"><is><r><t>in</t></r><r><t>line</t></r></is></c>", "A=inline")]
    [InlineData("<c r=\"A1\" t=\"str\"><v>text</v></c>", "A=text")]
    [InlineData("<c r=\"A1\" t=\"str\"><v>_x0041__x005F_x0042_</v></c>", "A=A_x0042_")]
    [InlineData("<c r=\"A1\"><v>4.477E+11</v></c>", "A=4.477E+11:Number")]
    [InlineData("<c r=\"A1\" t=\"n\"><v>447911123456</v></c>", "A=447911123456:Number")]
    [InlineData("<c r=\"A1\" t=\"b\"><v>1</v></c>", "A=TRUE:Boolean")]
    [InlineData("<c r=\"A1\" t=\"b\"><v>0</v></c>", "A=FALSE:Boolean")]
    [InlineData("<c r=\"A1\" t=\"e\"><v>#N/A</v></c>", "A=#N/A:Error")]
    [InlineData("<c r=\"A1\" t=\"d\"><v>2026-12-01</v></c>", "A=2026-12-01:Date")]
    [InlineData("<c r=\"A1\" s=\"1\"><v>46357</v></c>", "A=2026-12-01:Date")]
    [InlineData("<c r=\"A1\" s=\"2\"><v>46357.75</v></c>", "A=2026-12-01T18:00:00:Date")]
    [InlineData("<c r=\"A1\" s=\"1\"><v>1</v></c>", "A=1900-01-01:Date")]
    [InlineData("<c r=\"A1\" s=\"1\"><v>61</v></c>", "A=1900-03-01:Date")]
    [InlineData("<c r=\"A1\" s=\"1\"><v>60</v></c>", "A=60:Number")]
    [InlineData("<c r=\"A1\" s=\"1\"><v>1E+300</v></c>", "A=1E+300:Number")]
    [InlineData("<c r=\"A1\" s=\"3\"><v>417</v></c>", "A=00417:Number")]
    [InlineData("<c r=\"A1\" s=\"4\"><v>0.5</v></c>", "A=0.5:Number")]
    [InlineData("<c r=\"A1\" s=\"5\"><v>7</v></c>", "A=7:Number")]
    [InlineData("<c r=\"A1\" s=\"99\"><v>7</v></c>", "A=7:Number")]
    [InlineData("<c r=\"A1\" t=\"str\"><f>B1&amp;C1</f><v>ana@example.com</v></c>", "A=ana@example.com:formula")]
    [InlineData("<c r=\"A1\"><f>NOW()</f></c>", "A=:formula")]
    [InlineData("<c r=\"A1\"><v>1</v><extLst><ext><v>2</v></ext></extLst></c>", "A=1:Number")]
    public void A_cell_is_read_as_what_it_is(string cell, string expected)
    {
        const string shared = "<si><t>zero</t></si><si><t>shared</t></si><si><r><t>rich</t></r><r><rPr/><t xml:space=\"preserve\"> text</t></r><rPh><t>not this</t></rPh></si><si><t>two_x000D_lines</t></si>";

        Assert.Equal([$"1: {expected}"], ReadFile.Rows(WorkbookFile.Of($"<row r=\"1\">{cell}</row>", shared, Styles)));
    }

    [Fact]
    public void Dates_of_the_1904_system_are_four_years_later()
    {
        var file = WorkbookFile.Of([("People", "visible", "<row><c s=\"1\"><v>44895</v></c></row>")], styles: Styles, workbookProperties: "<workbookPr date1904=\"1\"/>");

        Assert.Equal(["1: A=2026-12-01:Date"], ReadFile.Rows(file));
    }

    [Fact]
    public void Cells_are_where_they_say_and_otherwise_next_to_each_other()
    {
        var file = WorkbookFile.Of("<row><c r=\"C1\" t=\"str\"><v>c</v></c><c r=\"A1\" t=\"str\"><v>a</v></c></row><row><c t=\"str\"><v>a</v></c><c/><c t=\"str\"><v>c</v></c></row>");

        Assert.Equal(["1: A=a | C=c", "2: A=a | C=c"], ReadFile.Rows(file));
    }

    [Fact]
    public void Blank_rows_are_left_out_and_counted()
    {
        var file = WorkbookFile.Of("<row r=\"2\"><c r=\"A2\" t=\"str\"><v>two</v></c></row><row r=\"3\"/><row r=\"7\"><c r=\"A7\" s=\"1\"/></row><row r=\"9\"><c r=\"A9\" t=\"str\"><v>nine</v></c></row>");

        Assert.Equal(["2: A=two", "9: A=nine"], ReadFile.Rows(file));
    }

    [Fact]
    public void A_value_that_is_merged_over_rows_holds_for_each_of_them_that_is_not_blank()
    {
        var sheet = WorkbookFile.Sheet(WorkbookFile.RowsOf(["Sales", "ana"], [null, "bo"], [null, null], ["Legal", "chen"], [null, "dirk"]))
            .Replace("</worksheet>", "<mergeCells><mergeCell ref=\"A1:A3\"/><mergeCell ref=\"B4:C4\"/></mergeCells></worksheet>", StringComparison.Ordinal);

        Assert.Equal(["1: A=Sales | B=ana", "2: A=Sales | B=bo", "4: A=Legal | B=chen", "5: B=dirk"], ReadFile.Rows(WorkbookFile.Of("").Add(WorkbookFile.SheetPart, sheet)));
    }

    [Fact]
    public void A_text_that_is_longer_than_a_cell_can_be_is_cut_off_and_says_so()
    {
        var limits = new SpreadsheetLimits { CellLength = 5 };
        var rows = ReadFile.Rows(WorkbookFile.OfTexts(["12345", "123456"]), limits);
        var shared = ReadFile.Rows(WorkbookFile.Of("<row><c t=\"s\"><v>0</v></c></row>", "<si><t>123456</t></si>"), limits);

        Assert.Equal(["1: A=12345 | B=12345:TooLong"], rows);
        Assert.Equal(["1: A=12345:TooLong"], shared);
    }

    [Fact]
    public void Strict_workbooks_and_absolute_targets_are_read_like_others() =>
        Assert.Equal(["1: A=a"], ReadFile.Rows(WorkbookFile.Of([("People", "visible", "<row><c t=\"s\"><v>0</v></c></row>")], "<si><t>a</t></si>", Styles, strict: true)));

    [Fact]
    public void Hidden_sheets_are_told_from_others()
    {
        using var file = ReadFile.Open(WorkbookFile.Of([("Lists", "veryHidden", ""), ("People", "visible", ""), ("Old", "hidden", "")]).ToBytes());

        Assert.Equal([("Lists", true), ("People", false), ("Old", true)], file.Sheets.Select(sheet => (sheet.Name, sheet.IsHidden)));
    }

    [Fact]
    public void Rows_can_be_read_again()
    {
        using var file = ReadFile.Open(WorkbookFile.OfTexts(["a"], ["b"]).ToBytes());

        Assert.Equal(1, file.Sheets[0].Rows.First().Number);
        Assert.Equal(2, file.Sheets[0].Rows.Count());
        Assert.Equal(2, file.Sheets[0].Rows.Count());
    }
}
