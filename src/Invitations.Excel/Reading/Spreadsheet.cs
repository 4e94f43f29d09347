namespace Invitations;

/// <summary>An open file with rows: a workbook, or a text file as one sheet.</summary>
public sealed class Spreadsheet : IDisposable
{
    private readonly IDisposable? _source;

    /// <summary>Creates one.</summary>
    /// <param name="sheets">The sheets in the order of the file, hidden ones included.</param>
    /// <param name="source">What is to be closed with it, or null.</param>
    public Spreadsheet(IReadOnlyList<SpreadsheetSheet> sheets, IDisposable? source = null)
    {
        ArgumentNullException.ThrowIfNull(sheets);
        Sheets = sheets;
        _source = source;
    }

    /// <summary>The sheets in the order of the file, hidden ones included.</summary>
    public IReadOnlyList<SpreadsheetSheet> Sheets { get; }

    /// <summary>Closes what the engine opened; not the file.</summary>
    public void Dispose() => _source?.Dispose();
}
