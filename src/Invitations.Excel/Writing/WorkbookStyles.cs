using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using Markup = DocumentFormat.OpenXml.Spreadsheet;

namespace Invitations;

/// <summary>The styles of all workbooks: format <c>2 × style</c>, and behind it the same with a quote prefix.</summary>
internal static class WorkbookStyles
{
    private const uint TextFormat = 49;
    private const uint DateFormat = 164;
    private const uint InstantFormat = 165;

    private static readonly string?[] FillColours = [null, null, "FF1F4E79", "FF9C4A00", "FFFFC7CE", "FFFFF2CC", "FFDDEBF7"];

    /// <summary>The number of a format. With the quote prefix a cell stays text also when somebody edits it, and shows no quote.</summary>
    public static int Format(CellStyle style, bool quoted) => ((int)style * 2) + (quoted ? 1 : 0);

    public static Stylesheet Stylesheet() => new(
        new NumberingFormats(
            new NumberingFormat { NumberFormatId = DateFormat, FormatCode = "yyyy\\-mm\\-dd" },
            new NumberingFormat { NumberFormatId = InstantFormat, FormatCode = "yyyy\\-mm\\-dd\\ hh:mm" }) { Count = 2 },
        new Fonts(FontOf(11), FontOf(11, bold: true, "FFFFFFFF"), FontOf(16, bold: true, "FF1F4E79"), FontOf(11, bold: true), FontOf(8, bold: false, "FF808080")) { Count = 5 },
        new Fills(FillColours.Select((colour, index) => FillOf(colour, index == 1 ? PatternValues.Gray125 : PatternValues.None))) { Count = (uint)FillColours.Length },
        new Borders(new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder()), Thin()) { Count = 2 },
        new CellStyleFormats(new Markup.CellFormat { NumberFormatId = 0, FontId = 0, FillId = 0, BorderId = 0 }) { Count = 1 },
        new CellFormats(Enum.GetValues<CellStyle>().SelectMany(Twins)) { Count = (uint)Enum.GetValues<CellStyle>().Length * 2 },
        new Markup.CellStyles(new Markup.CellStyle { Name = "Normal", FormatId = 0, BuiltinId = 0 }) { Count = 1 },
        new DifferentialFormats { Count = 0 });

    private static IEnumerable<OpenXmlElement> Twins(CellStyle style)
    {
        yield return FormatOf(style, false);
        yield return FormatOf(style, true);
    }

    private static Markup.CellFormat FormatOf(CellStyle style, bool quoted) => Finish(quoted, style switch
    {
        CellStyle.Text => Top(Format(TextFormat)),
        CellStyle.Date => Top(Format(DateFormat)),
        CellStyle.Instant => Format(InstantFormat),
        CellStyle.Header => Wrapped(Format(TextFormat, font: 1, fill: 2, border: 1), VerticalAlignmentValues.Center),
        CellStyle.RequiredHeader => Wrapped(Format(TextFormat, font: 1, fill: 3, border: 1), VerticalAlignmentValues.Center),
        CellStyle.WrongText => Top(Format(TextFormat, fill: 4, border: 1)),
        CellStyle.WrongDate => Top(Format(DateFormat, fill: 4, border: 1)),
        CellStyle.WrongNumber => Top(Format(0, fill: 4, border: 1)),
        CellStyle.Reason => Wrapped(Format(TextFormat, fill: 5, border: 1)),
        CellStyle.Title => Format(TextFormat, font: 2),
        CellStyle.Paragraph => Wrapped(Format(TextFormat)),
        CellStyle.TableHeader => Wrapped(Format(TextFormat, font: 3, fill: 6, border: 1)),
        CellStyle.TableCell => Wrapped(Format(TextFormat, border: 1)),
        CellStyle.Key => Format(TextFormat, font: 4),
        _ => Format(0),
    });

    private static Markup.CellFormat Finish(bool quoted, Markup.CellFormat format)
    {
        if (quoted)
            format.QuotePrefix = true;
        return format;
    }

    private static Markup.CellFormat Format(uint number, uint font = 0, uint fill = 0, uint border = 0) => new()
    {
        NumberFormatId = number,
        FontId = font,
        FillId = fill,
        BorderId = border,
        FormatId = 0,
        ApplyNumberFormat = number != 0,
        ApplyFont = font != 0,
        ApplyFill = fill != 0,
        ApplyBorder = border != 0,
    };

    private static Markup.CellFormat Top(Markup.CellFormat format)
    {
        format.ApplyAlignment = true;
        format.Append(new Alignment { Vertical = VerticalAlignmentValues.Top });
        return format;
    }

    private static Markup.CellFormat Wrapped(Markup.CellFormat format, VerticalAlignmentValues vertical = VerticalAlignmentValues.Top)
    {
        format.ApplyAlignment = true;
        format.Append(new Alignment { WrapText = true, Vertical = vertical });
        return format;
    }

    private static Font FontOf(double size, bool bold = false, string? colour = null)
    {
        var font = new Font();
        if (bold)
            font.Append(new Bold());
        font.Append(new FontSize { Val = size });
        if (colour is not null)
            font.Append(new Color { Rgb = colour });
        font.Append(new FontName { Val = "Calibri" }, new FontFamilyNumbering { Val = 2 });
        return font;
    }

    private static Fill FillOf(string? colour, PatternValues pattern) => new(
        colour is null
            ? new PatternFill { PatternType = pattern }
            : new PatternFill(new ForegroundColor { Rgb = colour }, new BackgroundColor { Indexed = 64 }) { PatternType = PatternValues.Solid });

    private static Border Thin()
    {
        Color Grey() => new() { Rgb = "FFBFBFBF" };
        return new(
            new LeftBorder(Grey()) { Style = BorderStyleValues.Thin },
            new RightBorder(Grey()) { Style = BorderStyleValues.Thin },
            new TopBorder(Grey()) { Style = BorderStyleValues.Thin },
            new BottomBorder(Grey()) { Style = BorderStyleValues.Thin },
            new DiagonalBorder());
    }
}
