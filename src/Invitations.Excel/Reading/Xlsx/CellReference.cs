namespace Invitations;

/// <summary>Reads and writes where a cell is, as <c>AB12</c>.</summary>
internal static class CellReference
{
    /// <summary>The last column of Excel, XFD.</summary>
    public const int LastColumn = 16_384;

    /// <summary>The last row of Excel.</summary>
    public const int LastRow = 1_048_576;

    /// <summary>Reads a column with or without a row behind it.</summary>
    /// <returns>Whether it is one that Excel can have.</returns>
    public static bool TryRead(ReadOnlySpan<char> text, out int column, out int row)
    {
        (column, row) = (0, 0);
        var i = 0;
        for (; i < text.Length && char.IsAsciiLetter(text[i]); i++)
        {
            column = (column * 26) + (text[i] | 0x20) - 'a' + 1;
            if (column > LastColumn)
                return false;
        }

        for (; i < text.Length && char.IsAsciiDigit(text[i]); i++)
        {
            row = (row * 10) + text[i] - '0';
            if (row > LastRow)
                return false;
        }

        return i == text.Length && column > 0;
    }

    /// <summary>The letters of a column.</summary>
    public static string ColumnName(int column)
    {
        Span<char> letters = stackalloc char[7];
        var start = letters.Length;
        for (; column > 0; column = (column - 1) / 26)
            letters[--start] = (char)('A' + ((column - 1) % 26));
        return letters[start..].ToString();
    }
}
