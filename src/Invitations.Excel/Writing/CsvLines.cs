using System.Buffers;
using System.Globalization;
using System.Text;

namespace Invitations;

/// <summary>Writes comma-separated values (RFC 4180) in UTF-8 with a byte order mark, in memory that does not grow.</summary>
/// <remarks>A cell that a spreadsheet would take for a formula begins with an apostrophe. NUL and half surrogate pairs become U+FFFD.</remarks>
internal sealed class CsvLines(Stream output, CultureInfo culture)
{
    private const int DrainedAt = 32 * 1024;

    private static readonly SearchValues<char> Special = SearchValues.Create("\"\r\n,;\t");

    private readonly StringBuilder _pending = new("\uFEFF");
    private readonly char _separator = SeparatorOf(culture);

    public void Add(params IEnumerable<string?> cells)
    {
        var first = true;
        foreach (var cell in cells)
        {
            if (!first)
                _pending.Append(_separator);
            first = false;
            Append(cell);
        }

        _pending.Append("\r\n");
    }

    public ValueTask DrainIfFullAsync(CancellationToken cancellationToken) => _pending.Length < DrainedAt ? default : DrainAsync(cancellationToken);

    /// <summary>Writes what is left. The output is flushed and not closed.</summary>
    public async Task CompleteAsync(CancellationToken cancellationToken)
    {
        await DrainAsync(cancellationToken).ConfigureAwait(false);
        await output.FlushAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Excel separates by a semicolon where the comma separates decimals, and opens nothing else in columns.</summary>
    private static char SeparatorOf(CultureInfo culture)
    {
        var specific = culture.IsNeutralCulture ? CultureInfo.CreateSpecificCulture(culture.Name) : culture;
        return specific.NumberFormat.NumberDecimalSeparator == "," ? ';' : ',';
    }

    private async ValueTask DrainAsync(CancellationToken cancellationToken)
    {
        await output.WriteAsync(Encoding.UTF8.GetBytes(_pending.ToString()), cancellationToken).ConfigureAwait(false);
        _pending.Clear();
    }

    private void Append(string? cell)
    {
        if (string.IsNullOrEmpty(cell))
            return;
        var quoted = cell.AsSpan().ContainsAny(Special);
        if (quoted)
            _pending.Append('"');
        if (WrittenText.LooksLikeFormula(cell))
            _pending.Append('\'');
        var start = _pending.Length;
        _pending.Append(cell);
        _pending.Replace('\0', '\uFFFD', start, cell.Length);
        if (quoted)
            _pending.Replace("\"", "\"\"", start, cell.Length).Append('"');
    }
}
