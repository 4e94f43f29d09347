namespace Invitations;

/// <summary>How much of a file is read. What has more is refused as <c>file.too_large</c> before it takes the time or the memory.</summary>
public sealed record SpreadsheetLimits
{
    /// <summary>The bytes of the file. The default value is 50 MB.</summary>
    public long FileBytes { get; init; } = 50L * 1024 * 1024;

    /// <summary>The bytes of all parts that are read of a workbook, unpacked. The default value is 256 MB, some 500,000 rows of 12 columns.</summary>
    public long UnpackedBytes { get; init; } = 256L * 1024 * 1024;

    /// <summary>The bytes of the texts that a workbook keeps apart from its cells; they are held in memory. The default value is 64 MB.</summary>
    public long TextBytes { get; init; } = 64L * 1024 * 1024;

    /// <summary>The parts of a workbook, read or not. The default value is 5,000.</summary>
    public int Parts { get; init; } = 5_000;

    /// <summary>The number of the last row. The default value is 1,048,576, the most that Excel has.</summary>
    public int Rows { get; init; } = 1_048_576;

    /// <summary>The number of the last column with a value. The default value is 500.</summary>
    public int Columns { get; init; } = 500;

    /// <summary>The UTF-16 code units of one cell. A longer one is a problem of its row alone. The default value is 32,767, the most that Excel has.</summary>
    public int CellLength { get; init; } = 32_767;
}
