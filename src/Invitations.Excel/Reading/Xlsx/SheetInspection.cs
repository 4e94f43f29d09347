namespace Invitations;

/// <summary>Unpacks a sheet once before its rows are believed: its size, its checksum, and whether it has merged cells, which are told at its end.</summary>
internal static class SheetInspection
{
    private const int BlockLength = 128 * 1024;

    /// <returns>Whether the sheet has merged cells.</returns>
    public static bool Inspect(WorkbookArchive archive, string part, CancellationToken cancellationToken)
    {
        using var stream = archive.OpenPart(part);
        var sought = "mergeCell "u8;
        var block = new byte[BlockLength];
        var (kept, hasMergedCells, isFirst) = (0, false, true);
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var read = stream.Read(block, kept, block.Length - kept);
            if (read == 0)
                return hasMergedCells;
            var filled = block.AsSpan(0, kept + read);

            // In UTF-16 the words have other bytes; there the sheet is always read for them.
            hasMergedCells |= (isFirst && filled[..Math.Min(2, filled.Length)].ContainsAny<byte>(0, 0xFF)) || filled.IndexOf(sought) >= 0;
            isFirst = false;
            kept = Math.Min(sought.Length - 1, filled.Length);
            filled[^kept..].CopyTo(block);
        }
    }
}
