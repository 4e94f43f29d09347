using System.Text;

namespace Invitations;

/// <summary>Tells by its content what a file is.</summary>
internal static class FileRecognition
{
    private const int HeadLength = 4096;
    private const int BlockLength = 64 * 1024;

    private static readonly byte[] Ole = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
    private static readonly byte[] EncryptedPackage = Encoding.Unicode.GetBytes("EncryptedPackage");

    /// <summary>Recognises what can be read.</summary>
    /// <exception cref="SpreadsheetRefusedException">It is something else, which the error names.</exception>
    public static FileKind Recognize(Stream file)
    {
        Span<byte> block = stackalloc byte[HeadLength];
        file.Position = 0;
        var head = block[..file.ReadAtLeast(block, HeadLength, throwOnEndOfStream: false)];
        file.Position = 0;
        if (head.IsEmpty)
            throw FileRefusal.Empty();
        if (head.StartsWith("PK\u0003\u0004"u8) || head.StartsWith("PK\u0005\u0006"u8))
            return FileKind.Workbook;
        if (head.StartsWith(Ole))
            throw Contains(file, EncryptedPackage) ? FileRefusal.Encrypted() : FileRefusal.Format("xls");
        RefuseKnown(head);
        return FileKind.Text;
    }

    private static void RefuseKnown(ReadOnlySpan<byte> head)
    {
        // The first record of a workbook of Excel 2 to 4.
        if (head is [0x09, 0x00 or 0x02 or 0x04, ..] && head.Contains((byte)0))
            throw FileRefusal.Format("xls");
        if (head.StartsWith("%PDF"u8))
            throw FileRefusal.Format("pdf");
        if (head.StartsWith("{\\rtf"u8))
            throw FileRefusal.Format("rtf");
        if (head is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
            return;

        var text = head.StartsWith(Encoding.UTF8.Preamble) ? head[3..] : head;
        text = text.TrimStart(" \t\r\n"u8);
        if (text is [(byte)'<', ..])
            throw FileRefusal.Format(IsXml(text) ? "xml" : "html");
        if (text.Contains((byte)0))
            throw FileRefusal.Unreadable();
    }

    private static bool IsXml(ReadOnlySpan<byte> text) => text.StartsWith("<?xml"u8) && text.IndexOf("<html"u8) < 0 && text.IndexOf("<HTML"u8) < 0;

    private static bool Contains(Stream file, ReadOnlySpan<byte> sought)
    {
        var block = new byte[BlockLength];
        var kept = 0;
        while (true)
        {
            var read = file.Read(block, kept, block.Length - kept);
            if (read == 0)
                return false;
            var filled = block.AsSpan(0, kept + read);
            if (filled.IndexOf(sought) >= 0)
                return true;
            kept = Math.Min(sought.Length - 1, filled.Length);
            filled[^kept..].CopyTo(block);
        }
    }
}
