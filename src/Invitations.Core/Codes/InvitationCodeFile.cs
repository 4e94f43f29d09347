using System.Globalization;

namespace Invitations;

/// <summary>Writes lists of codes as text, line by line as they come.</summary>
public static class InvitationCodeFile
{
    /// <summary>What a spreadsheet takes for the beginning of a formula, full-width forms included.</summary>
    private const string FormulaStarts = "=+-@\t\r\n\0\uFF1D\uFF0B\uFF0D\uFF20";

    private static readonly string[] Columns = ["row", "first_name", "last_name", "identifier_kind", "identifier", "code", "link", "expires_at", "problem"];

    /// <summary>Writes comma-separated values (RFC 4180), a heading first. A cell that a spreadsheet would take for a formula begins with an apostrophe.</summary>
    /// <remarks>The file holds secrets: hand it over and delete it. A line without a code says why in its last column.</remarks>
    /// <param name="codes">The codes, from <see cref="IInvitationCodes"/>.</param>
    /// <param name="writer">Where to write. It is flushed and not closed.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>How many codes were written, lines without one not counted.</returns>
    public static async Task<int> WriteCsvAsync(
        IAsyncEnumerable<InvitationCode> codes, TextWriter writer, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(codes);
        ArgumentNullException.ThrowIfNull(writer);
        var written = 0;
        await WriteLineAsync(writer, Columns, cancellationToken).ConfigureAwait(false);
        await foreach (var code in codes.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            await WriteLineAsync(writer, CellsOf(code), cancellationToken).ConfigureAwait(false);
            written += code.Succeeded ? 1 : 0;
        }

        await writer.FlushAsync(cancellationToken).ConfigureAwait(false);
        return written;
    }

    private static string?[] CellsOf(InvitationCode code) =>
    [
        code.Row.ToString(CultureInfo.InvariantCulture),
        code.Invitation?.Profile.FirstName,
        code.Invitation?.Profile.LastName,
        code.Invitation?.Recipient.Identifier?.Kind,
        code.Invitation?.Recipient.Identifier?.Value,
        code.Secrets?.Code,
        code.Secrets?.Link.AbsoluteUri,
        code.Invitation?.ExpiresAt?.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        string.Join(' ', code.Errors.Select(error => error.Code)),
    ];

    private static Task WriteLineAsync(TextWriter writer, string?[] cells, CancellationToken cancellationToken) =>
        writer.WriteAsync((string.Join(',', cells.Select(Cell)) + "\r\n").AsMemory(), cancellationToken);

    private static string Cell(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return "";
        var safe = FormulaStarts.Contains(text[0], StringComparison.Ordinal) ? "'" + text : text;
        return safe.AsSpan().IndexOfAny(",\"\r\n") < 0 ? safe : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
