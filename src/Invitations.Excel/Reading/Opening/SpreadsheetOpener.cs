namespace Invitations;

/// <summary>Opens an uploaded file, whatever it is.</summary>
internal sealed class SpreadsheetOpener(ISpreadsheetEngine engine)
{
    /// <summary>
    /// Makes an upload seekable: a stream that can seek is read where it is and left open, from its beginning; any other is copied into memory,
    /// at most <see cref="SpreadsheetLimits.FileBytes"/> of it.
    /// </summary>
    public static async Task<Stream> RewindAsync(Stream file, SpreadsheetLimits limits, CancellationToken cancellationToken)
    {
        if (!file.CanSeek)
            return await SpooledFile.CopyAsync(file, limits.FileBytes, cancellationToken).ConfigureAwait(false);
        if (file.Length > limits.FileBytes)
            throw FileRefusal.TooLarge(FileRefusal.FileBytes, limits.FileBytes);
        file.Position = 0;
        return file;
    }

    /// <summary>Opens a file.</summary>
    /// <param name="file">The file, which can seek and is left open.</param>
    /// <param name="limits">How much may be read.</param>
    /// <param name="cancellationToken">Ends the call, and the reading of rows after it.</param>
    /// <exception cref="SpreadsheetRefusedException">It cannot be read. Reading its rows may throw the same.</exception>
    public async ValueTask<Spreadsheet> OpenAsync(Stream file, SpreadsheetLimits limits, CancellationToken cancellationToken)
    {
        if (FileRecognition.Recognize(file) is FileKind.Text)
            return TextTable.Open(file, limits, cancellationToken);

        using (var archive = WorkbookArchive.Open(file, limits))
            archive.RefuseOtherFormats();
        file.Position = 0;
        return await engine.OpenAsync(new() { File = file, Limits = limits }, cancellationToken).ConfigureAwait(false);
    }
}
