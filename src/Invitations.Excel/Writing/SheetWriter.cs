using System.Globalization;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Invitations;

/// <summary>Writes one sheet, row by row, without keeping any.</summary>
/// <remarks>Every text is a text cell, never a formula; one that looks like a formula stays text also when somebody edits it.</remarks>
internal sealed class SheetWriter : IDisposable
{
    private const string Namespace = Vocabulary.Spreadsheet;

    private static readonly DateTime Epoch = new(1899, 12, 30, 0, 0, 0, DateTimeKind.Unspecified);

    private readonly XmlWriter _writer;

    /// <param name="writer">The part. It is disposed with the sheet.</param>
    /// <param name="before">The elements that come before the rows, in the order of the schema.</param>
    public SheetWriter(XmlWriter writer, params OpenXmlElement[] before)
    {
        _writer = writer;
        _writer.WriteStartElement("worksheet", Namespace);
        _writer.WriteAttributeString("xmlns", "x", null, Namespace);
        _writer.WriteAttributeString("xmlns", "r", null, Vocabulary.Relationships);
        foreach (var element in before)
            element.WriteTo(_writer);
        _writer.WriteStartElement("sheetData", Namespace);
    }

    /// <summary>The number of the row that is being written or was written last, from 1; 0 before the first.</summary>
    public int Row { get; private set; }

    public void BeginRow(double? height = null, bool isHidden = false)
    {
        Row++;
        _writer.WriteStartElement("row", Namespace);
        _writer.WriteAttributeString("r", Row.ToString(CultureInfo.InvariantCulture));
        if (height is { } points)
        {
            _writer.WriteAttributeString("ht", points.ToString(CultureInfo.InvariantCulture));
            _writer.WriteAttributeString("customHeight", "1");
        }

        if (isHidden)
            _writer.WriteAttributeString("hidden", "1");
    }

    public void EndRow() => _writer.WriteEndElement();

    public void Text(int column, string? text, CellStyle style)
    {
        if (string.IsNullOrEmpty(text))
        {
            Empty(column, style);
            return;
        }

        BeginCell(column, WorkbookStyles.Format(style, WrittenText.LooksLikeFormula(text)));
        _writer.WriteAttributeString("t", "inlineStr");
        _writer.WriteStartElement("is", Namespace);
        _writer.WriteStartElement("t", Namespace);
        if (char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1]) || text.Contains('\n', StringComparison.Ordinal))
            _writer.WriteAttributeString("xml", "space", null, "preserve");
        _writer.WriteString(WrittenText.ForMarkup(text));
        _writer.WriteEndElement();
        _writer.WriteEndElement();
        _writer.WriteEndElement();
    }

    /// <summary>A date or an instant. What lies before March 1900, where spreadsheets disagree about the days, is written as text.</summary>
    public void Date(int column, DateTime date, CellStyle style)
    {
        var days = (date - Epoch).TotalDays;
        if (days < 61)
            Text(column, date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), style);
        else
            Value(column, days.ToString("R", CultureInfo.InvariantCulture), style);
    }

    /// <summary>A number as the markup has it: a point for the decimals, no groups.</summary>
    public void Value(int column, string number, CellStyle style)
    {
        BeginCell(column, WorkbookStyles.Format(style, quoted: false));
        _writer.WriteElementString("v", Namespace, number);
        _writer.WriteEndElement();
    }

    /// <summary>A cell without a value, where its look matters.</summary>
    public void Empty(int column, CellStyle style)
    {
        if (style is CellStyle.Plain or CellStyle.Text or CellStyle.Date or CellStyle.Instant)
            return;
        BeginCell(column, WorkbookStyles.Format(style, quoted: false));
        _writer.WriteEndElement();
    }

    /// <summary>Ends the rows.</summary>
    /// <param name="after">The elements that come behind the rows, in the order of the schema.</param>
    public void End(params OpenXmlElement[] after)
    {
        _writer.WriteEndElement();
        foreach (var element in after)
            element.WriteTo(_writer);
        _writer.WriteEndElement();
    }

    public void Dispose() => _writer.Dispose();

    /// <summary>Columns with their widths, and the format of the cells that nobody has written yet.</summary>
    public static Columns Columns(IEnumerable<(double Width, CellStyle Style)> columns) => new(columns.Select((column, index) => new Column
    {
        Min = (uint)index + 1,
        Max = (uint)index + 1,
        Width = column.Width,
        CustomWidth = true,
        Style = (uint)WorkbookStyles.Format(column.Style, quoted: false),
    }));

    private void BeginCell(int column, int format)
    {
        _writer.WriteStartElement("c", Namespace);
        _writer.WriteAttributeString("r", ColumnName.Cell(column, Row));
        if (format != 0)
            _writer.WriteAttributeString("s", format.ToString(CultureInfo.InvariantCulture));
    }
}
