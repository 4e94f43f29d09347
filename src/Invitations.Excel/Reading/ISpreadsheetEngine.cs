namespace Invitations;

/// <summary>Reads Excel workbooks (<c>.xlsx</c>). Default: a reader of the library's own, which bounds time and memory whatever the file.</summary>
/// <remarks>
/// Called for files that are zip archives with a workbook in them and within the sizes that they declare; text files and everything else
/// never reach it. Throw <see cref="SpreadsheetRefusedException"/>, also while rows are read, for what is wrong with the file; every other
/// exception is an outage and reaches the caller of the import. Never calculate a formula and never follow a link.
/// </remarks>
public interface ISpreadsheetEngine
{
    /// <summary>Opens a workbook. Called twice for a file that is checked and then staged.</summary>
    /// <param name="context">The file and its limits.</param>
    /// <param name="cancellationToken">Ends the call, and the reading of rows after it.</param>
    /// <returns>The sheets, whose rows are read while somebody asks for them.</returns>
    ValueTask<Spreadsheet> OpenAsync(SpreadsheetContext context, CancellationToken cancellationToken);
}
