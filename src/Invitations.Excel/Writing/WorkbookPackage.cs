using System.IO.Compression;
using System.Text;
using System.Xml;
using DocumentFormat.OpenXml;

namespace Invitations;

/// <summary>Writes the parts of a workbook one after the other, in memory that does not grow with them.</summary>
/// <remarks>
/// The package of <c>DocumentFormat.OpenXml</c> keeps every part in memory until it is closed. The elements are its own, the container is not.
/// </remarks>
internal sealed class WorkbookPackage : IDisposable
{
    private const int DrainedAt = 128 * 1024;

    private static readonly XmlWriterSettings Markup = new() { Encoding = new UTF8Encoding(false), CloseOutput = true };

    /// <summary>The earliest that a zip archive can say: the same content gives the same file.</summary>
    private static readonly DateTimeOffset Undated = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly PendingBytes _pending = new();
    private readonly ZipArchive _zip;
    private readonly Stream _output;

    public WorkbookPackage(Stream output)
    {
        _output = output;
        _zip = new(_pending, ZipArchiveMode.Create, leaveOpen: true);
    }

    /// <summary>Begins a part. It must be disposed before the next one begins.</summary>
    public XmlWriter Begin(string name) => XmlWriter.Create(Open(name), Markup);

    /// <summary>Writes a part that consists of one element and what is in it.</summary>
    public async ValueTask WriteAsync(string name, OpenXmlElement root, CancellationToken cancellationToken)
    {
        using (var writer = Begin(name))
            root.WriteTo(writer);
        await DrainAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Writes a part that is text.</summary>
    public async ValueTask WriteAsync(string name, string text, CancellationToken cancellationToken)
    {
        using (var part = Open(name))
            part.Write(Encoding.UTF8.GetBytes(text));
        await DrainAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Hands on what is packed, where it is worth a write.</summary>
    public ValueTask DrainIfFullAsync(CancellationToken cancellationToken) => _pending.Count < DrainedAt ? default : DrainAsync(cancellationToken);

    /// <summary>Ends the package. The output is flushed and not closed.</summary>
    public async Task CompleteAsync(CancellationToken cancellationToken)
    {
        _zip.Dispose();
        await DrainAsync(cancellationToken).ConfigureAwait(false);
        await _output.FlushAsync(cancellationToken).ConfigureAwait(false);
    }

    public void Dispose()
    {
        _zip.Dispose();
        _pending.Dispose();
    }

    private Stream Open(string name)
    {
        var entry = _zip.CreateEntry(name, CompressionLevel.Fastest);
        entry.LastWriteTime = Undated;
        return entry.Open();
    }

    private ValueTask DrainAsync(CancellationToken cancellationToken) => _pending.DrainAsync(_output, cancellationToken);
}
