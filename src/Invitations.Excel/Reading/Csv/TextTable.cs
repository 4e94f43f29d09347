using System.Text;

namespace Invitations;

/// <summary>Reads a text file with separated values as one sheet.</summary>
internal static class TextTable
{
    public static Spreadsheet Open(Stream file, SpreadsheetLimits limits, CancellationToken cancellationToken) => new(
    [
        new() { Name = "", Rows = Read(file, limits, cancellationToken) },
    ]);

    private static IEnumerable<SpreadsheetRow> Read(Stream file, SpreadsheetLimits limits, CancellationToken cancellationToken)
    {
        using var text = TextEncoding.Open(file);
        var rows = Decode(() => new SeparatedRows(text, limits));
        while (Decode(rows.Read))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (rows.Number > limits.Rows)
                throw FileRefusal.TooLarge(FileRefusal.Rows, limits.Rows);
            if (rows.Cells.Count > 0)
                yield return new(rows.Number, [.. rows.Cells]);
        }
    }

    private static T Decode<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (DecoderFallbackException exception)
        {
            throw FileRefusal.Encoding(exception);
        }
    }
}
