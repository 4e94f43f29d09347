namespace Invitations;

/// <summary>Gives people their own file back, with what is wrong in it marked and explained, ready to be corrected and uploaded.</summary>
public interface IErrorWorkbooks
{
    /// <summary>Writes a workbook with the rows of an imported file, whatever its format was.</summary>
    /// <remarks>
    /// The first column says what is wrong with the row, and is passed over by an import; wrong cells are coloured and have a note. Columns keep
    /// their headers and offer lists like a template; a required column that is missing is added. Values are written as they are, and none as a formula.
    /// </remarks>
    /// <param name="tenant">The tenant, from the signed-in principal.</param>
    /// <param name="file">The file that was imported. Read as an import reads it: where it is, if it can seek, and left open.</param>
    /// <param name="problems">What the check or the import of this very file has listed.</param>
    /// <param name="stream">Where to write, such as the body of a response; it need not be seekable. It is flushed and not closed.</param>
    /// <param name="options">Which rows, and how, or null for all.</param>
    /// <param name="cancellationToken">Ends the call; the workbook is then not whole.</param>
    /// <returns>
    /// Why the file cannot be read, such as <c>file.unreadable</c>. Nothing is written then, unless it turns out among the rows: such a workbook ends
    /// too early and is not to be handed over.
    /// </returns>
    Task<SpreadsheetWriteResult> WriteAsync(
        TenantId tenant,
        Stream file,
        IReadOnlyCollection<ImportProblem> problems,
        Stream stream,
        ErrorWorkbookOptions? options = null,
        CancellationToken cancellationToken = default);
}
