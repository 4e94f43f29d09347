using System.Buffers.Binary;

namespace Invitations;

/// <summary>Counts the entries of a zip archive before anybody makes an object of each: a small file can list a million.</summary>
internal static class ZipDirectory
{
    private const int EndLength = 22;
    private const int LongestComment = ushort.MaxValue;
    private const int LocatorLength = 20;
    private const int LongEndLength = 56;
    private const int HeaderLength = 46;

    private static ReadOnlySpan<byte> End => "PK\u0005\u0006"u8;

    private static ReadOnlySpan<byte> Locator => "PK\u0006\u0007"u8;

    private static ReadOnlySpan<byte> LongEnd => "PK\u0006\u0006"u8;

    private static ReadOnlySpan<byte> Header => "PK\u0001\u0002"u8;

    /// <exception cref="SpreadsheetRefusedException">It is no whole archive, or has more entries.</exception>
    public static void Bound(Stream file, int limit)
    {
        file.Position = StartOfDirectory(file);
        Span<byte> header = stackalloc byte[HeaderLength];
        for (var count = 1; file.ReadAtLeast(header, HeaderLength, throwOnEndOfStream: false) == HeaderLength && header.StartsWith(Header); count++)
        {
            if (count > limit)
                throw FileRefusal.TooLarge(FileRefusal.Parts, limit);
            file.Position += BinaryPrimitives.ReadUInt16LittleEndian(header[28..])
                + BinaryPrimitives.ReadUInt16LittleEndian(header[30..])
                + BinaryPrimitives.ReadUInt16LittleEndian(header[32..]);
        }

        file.Position = 0;
    }

    private static long StartOfDirectory(Stream file)
    {
        var tail = new byte[Math.Min(file.Length, EndLength + LongestComment + LocatorLength)];
        var tailStart = file.Length - tail.Length;
        file.Position = tailStart;
        file.ReadExactly(tail);
        var end = tail.AsSpan().LastIndexOf(End);
        if (end < 0 || end + EndLength > tail.Length)
            throw FileRefusal.Unreadable();

        long start = BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(end + 16));
        if (start == uint.MaxValue)
            start = StartOfLongDirectory(file, tail, end);
        return start >= 0 && start <= file.Length ? start : throw FileRefusal.Unreadable();
    }

    private static long StartOfLongDirectory(Stream file, byte[] tail, int end)
    {
        var locator = end - LocatorLength;
        if (locator < 0 || !tail.AsSpan(locator).StartsWith(Locator))
            throw FileRefusal.Unreadable();
        var place = BinaryPrimitives.ReadInt64LittleEndian(tail.AsSpan(locator + 8));
        if (place < 0 || place > file.Length - LongEndLength)
            throw FileRefusal.Unreadable();

        Span<byte> longEnd = stackalloc byte[LongEndLength];
        file.Position = place;
        file.ReadExactly(longEnd);
        return longEnd.StartsWith(LongEnd) ? BinaryPrimitives.ReadInt64LittleEndian(longEnd[48..]) : throw FileRefusal.Unreadable();
    }
}
