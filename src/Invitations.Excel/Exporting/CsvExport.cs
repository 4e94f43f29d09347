using System.Globalization;

namespace Invitations;

/// <summary>An export as comma-separated values. Dates are written as ISO 8601 has them, instants in UTC.</summary>
internal sealed class CsvExport : IExportFile
{
    private readonly CsvLines _lines;

    public CsvExport(Stream output, CultureInfo culture, IEnumerable<string> headers)
    {
        _lines = new(output, culture);
        _lines.Add(headers);
    }

    public ValueTask AddAsync(IReadOnlyList<object?> cells, CancellationToken cancellationToken)
    {
        _lines.Add(cells.Select(Text));
        return _lines.DrainIfFullAsync(cancellationToken);
    }

    public Task CompleteAsync(CancellationToken cancellationToken) => _lines.CompleteAsync(cancellationToken);

    public void Dispose()
    {
    }

    private static string? Text(object? cell) => cell switch
    {
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTimeOffset instant => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        IFormattable value => value.ToString(null, CultureInfo.InvariantCulture),
        _ => (string?)cell,
    };
}
