using System.Text;

namespace Invitations;

/// <summary>Opens a text file in the encoding that it has: UTF-8, or UTF-16 where its mark says so. What is neither is refused, not guessed.</summary>
internal static class TextEncoding
{
    public static StreamReader Open(Stream file)
    {
        Span<byte> mark = stackalloc byte[3];
        var read = mark[..file.ReadAtLeast(mark, 3, throwOnEndOfStream: false)];
        file.Position = read is [0xEF, 0xBB, 0xBF] ? 3 : read is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] ? 2 : 0;
        Encoding encoding = read switch
        {
            [0xFF, 0xFE, ..] => new UnicodeEncoding(false, false, throwOnInvalidBytes: true),
            [0xFE, 0xFF, ..] => new UnicodeEncoding(true, false, throwOnInvalidBytes: true),
            _ => new UTF8Encoding(false, throwOnInvalidBytes: true),
        };
        return new(file, encoding, detectEncodingFromByteOrderMarks: false, bufferSize: 32 * 1024, leaveOpen: true);
    }
}
