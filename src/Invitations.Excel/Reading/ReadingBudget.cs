namespace Invitations;

/// <summary>Counts what a file really unpacks to, over all of its parts.</summary>
internal sealed class ReadingBudget(SpreadsheetLimits limits)
{
    private long _unpacked;

    public SpreadsheetLimits Limits { get; } = limits;

    public void Unpacked(int bytes)
    {
        _unpacked += bytes;
        if (_unpacked > Limits.UnpackedBytes)
            throw FileRefusal.TooLarge(FileRefusal.UnpackedBytes, Limits.UnpackedBytes);
    }
}
