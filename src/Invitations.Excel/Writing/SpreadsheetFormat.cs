namespace Invitations;

/// <summary>The format of a file that is written.</summary>
public enum SpreadsheetFormat
{
    /// <summary>An Excel workbook (<c>.xlsx</c>).</summary>
    Xlsx,

    /// <summary>Comma-separated values (<c>.csv</c>, RFC 4180) in UTF-8 with a byte order mark, separated as Excel expects it in the language of the file.</summary>
    Csv,
}
