using System.Globalization;
using System.Text;

namespace Invitations;

/// <summary>Reads the escapes by which workbooks write characters that XML cannot have: <c>_x000D_</c> is a carriage return.</summary>
internal static class EscapedText
{
    private const int Length = 7;

    public static string Read(string text)
    {
        var next = text.IndexOf("_x", StringComparison.Ordinal);
        if (next < 0)
            return text;

        var read = new StringBuilder(text.Length);
        var start = 0;
        while (next >= 0)
        {
            if (CodeAt(text, next) is { } code)
            {
                read.Append(text, start, next - start).Append(code);
                start = next + Length;
            }

            next = text.IndexOf("_x", Math.Max(next + 1, start), StringComparison.Ordinal);
        }

        return read.Append(text, start, text.Length - start).ToString();
    }

    private static char? CodeAt(string text, int start) =>
        start + Length <= text.Length
        && text[start + Length - 1] == '_'
        && ushort.TryParse(text.AsSpan(start + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
            ? (char)code
            : null;
}
