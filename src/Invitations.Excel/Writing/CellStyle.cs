namespace Invitations;

/// <summary>How a cell looks. Each has a twin that keeps the cell text whatever it begins with; see <see cref="WorkbookStyles"/>.</summary>
internal enum CellStyle
{
    Plain,
    Text,
    Date,
    Instant,
    Header,
    RequiredHeader,
    WrongText,
    WrongDate,
    WrongNumber,
    Reason,
    Title,
    Paragraph,
    TableHeader,
    TableCell,
    Key,
}
