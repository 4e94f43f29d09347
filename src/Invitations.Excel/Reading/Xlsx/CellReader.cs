using System.Globalization;
using System.Xml;

namespace Invitations;

/// <summary>Reads one cell of a sheet.</summary>
internal sealed class CellReader(PartXml xml, SharedTexts texts, CellStyles styles, bool countsDatesFrom1904, int longestText)
{
    private readonly CellText _value = new(longestText);
    private readonly char[] _reference = new char[16];
    private bool _isFormula;
    private bool _isInline;

    /// <summary>Reads the cell that the reader stands on, and goes on to its end.</summary>
    /// <param name="column">The column, if the cell does not say its own.</param>
    /// <param name="cell">The cell, if it has a value or a formula.</param>
    /// <returns>Whether it has.</returns>
    public bool Read(ref int column, out SpreadsheetCell cell)
    {
        var (type, style) = ReadAttributes(ref column);
        _value.Clear();
        (_isFormula, _isInline) = (false, false);
        if (!xml.Reader.IsEmptyElement)
            ReadContent();

        cell = default;
        if (_value.Length == 0 && !_isFormula)
            return false;
        var (kind, text) = _value.Length == 0 ? (SpreadsheetCellKind.Text, "") : ValueOf(_isInline ? 'i' : type, style);
        cell = new(column, kind, text, _isFormula);
        return _isFormula || text.Length > 0;
    }

    private (char Type, int Style) ReadAttributes(ref int column)
    {
        var reader = xml.Reader;
        var (type, style) = ('n', -1);
        while (reader.MoveToNextAttribute())
        {
            switch (reader.LocalName)
            {
                case "r":
                    column = ReadColumn();
                    break;
                case "t":
                    type = TypeOf(reader.Value);
                    break;
                case "s" when int.TryParse(reader.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var index):
                    style = index;
                    break;
            }
        }

        reader.MoveToElement();
        return (type, style);
    }

    private int ReadColumn()
    {
        var length = xml.Reader.ReadValueChunk(_reference, 0, _reference.Length);
        return CellReference.TryRead(_reference.AsSpan(0, length), out var column, out _) ? column : throw FileRefusal.Unreadable();
    }

    // 's' shared, 't' calculated text, 'i' inline, 'b' boolean, 'e' error, 'd' ISO date, 'n' number.
    private static char TypeOf(string type) => type switch
    {
        "s" => 's',
        "str" => 't',
        "inlineStr" => 'i',
        "b" => 'b',
        "e" => 'e',
        "d" => 'd',
        _ => 'n',
    };

    private void ReadContent()
    {
        var reader = xml.Reader;
        var depth = reader.Depth;
        while (xml.Read() && reader.Depth > depth)
        {
            if (reader.NodeType is not XmlNodeType.Element)
                continue;
            switch (reader.LocalName)
            {
                case "v":
                    _value.ReadElement(xml);
                    break;
                case "is":
                    _isInline = true;
                    _value.ReadRichText(xml);
                    break;
                case "f":
                    _isFormula = true;
                    xml.SkipContent();
                    break;
                default:
                    xml.SkipContent();
                    break;
            }
        }
    }

    private (SpreadsheetCellKind Kind, string Text) ValueOf(char type, int style)
    {
        switch (type)
        {
            case 's':
                var index = _value.ToIndex();
                return (texts.IsTooLong(index) ? SpreadsheetCellKind.TooLong : SpreadsheetCellKind.Text, texts[index]);
            case 'b':
                return (SpreadsheetCellKind.Boolean, _value.Span is "1" or "true" ? "TRUE" : "FALSE");
            case 'e':
                return (SpreadsheetCellKind.Error, _value.ToString());
            case 'd':
                return (SpreadsheetCellKind.Date, _value.ToString());
            case 'n':
                return NumberOf(style);
            default:
                var text = _value.Span.Contains('_') ? EscapedText.Read(_value.ToString()) : _value.ToString();
                return (_value.IsTooLong ? SpreadsheetCellKind.TooLong : SpreadsheetCellKind.Text, text);
        }
    }

    private (SpreadsheetCellKind Kind, string Text) NumberOf(int style)
    {
        var format = styles.FormatOf(style);
        if (format == CellFormat.Date && SerialDate.Show(_value.Span, countsDatesFrom1904) is { } date)
            return (SpreadsheetCellKind.Date, date);
        var text = _value.ToString();
        return (SpreadsheetCellKind.Number, format is CellFormat.General or CellFormat.Date || text.Contains('E', StringComparison.OrdinalIgnoreCase) ? text : text.PadLeft(format, '0'));
    }
}
