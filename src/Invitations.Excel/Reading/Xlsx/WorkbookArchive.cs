using System.IO.Compression;

namespace Invitations;

/// <summary>The zip archive of a workbook: its parts by name, bounded by what they declare and by what they really unpack to.</summary>
internal sealed class WorkbookArchive : IDisposable
{
    private readonly ZipArchive _archive;
    private readonly Dictionary<string, ZipArchiveEntry> _entries = new(StringComparer.OrdinalIgnoreCase);
    private readonly ReadingBudget _budget;

    private WorkbookArchive(ZipArchive archive, SpreadsheetLimits limits)
    {
        _archive = archive;
        _budget = new(limits);
        Limits = limits;
    }

    public SpreadsheetLimits Limits { get; }

    /// <exception cref="SpreadsheetRefusedException">It is damaged, encrypted or too large.</exception>
    public static WorkbookArchive Open(Stream file, SpreadsheetLimits limits) => Damage.Refuse(() =>
    {
        ZipDirectory.Bound(file, limits.Parts);
        var archive = new WorkbookArchive(new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true), limits);
        archive.ReadEntries();
        return archive;
    });

    /// <exception cref="SpreadsheetRefusedException">It is the archive of something else.</exception>
    public void RefuseOtherFormats()
    {
        if (_entries.ContainsKey("xl/workbook.bin"))
            throw FileRefusal.Format("xlsb");
        if (_entries.ContainsKey("mimetype") && _entries.ContainsKey("content.xml"))
            throw FileRefusal.Format("ods");
        if (_entries.ContainsKey("Index/Document.iwa"))
            throw FileRefusal.Format("numbers");
        if (_entries.ContainsKey("word/document.xml"))
            throw FileRefusal.Format("docx");
        if (!_entries.ContainsKey(WorkbookParts.DefaultWorkbook) && !_entries.ContainsKey(WorkbookParts.PackageRelationships))
            throw FileRefusal.Format("zip");
    }

    public bool Has(string part) => _entries.ContainsKey(part);

    /// <summary>Opens a part whose length and checksum are held against what the archive says when it ends.</summary>
    /// <param name="part">The name of the part.</param>
    /// <param name="isKnown">Whether the part was read to its end before, so that it counts no second time.</param>
    public CheckedPart OpenPart(string part, bool isKnown = false) =>
        _entries.TryGetValue(part, out var entry) ? new(entry, isKnown ? null : _budget) : throw FileRefusal.Unreadable();

    public void Dispose() => _archive.Dispose();

    private void ReadEntries()
    {
        long declared = 0;
        foreach (var entry in _archive.Entries)
        {
            if (entry.IsEncrypted)
                throw FileRefusal.Encrypted();
            if (entry.Length < 0 || !_entries.TryAdd(entry.FullName.Replace('\\', '/').TrimStart('/'), entry))
                throw FileRefusal.Unreadable();
            declared += IsMarkup(entry.FullName) ? entry.Length : 0;
            if (declared > Limits.UnpackedBytes)
                throw FileRefusal.TooLarge(FileRefusal.UnpackedBytes, Limits.UnpackedBytes);
        }
    }

    // Pictures and the like are not read.
    private static bool IsMarkup(string name) =>
        name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase);
}
