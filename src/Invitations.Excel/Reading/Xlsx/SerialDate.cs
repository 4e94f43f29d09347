using System.Globalization;

namespace Invitations;

/// <summary>Reads the numbers that stand for dates.</summary>
internal static class SerialDate
{
    private const int LastSerial = 2_958_465;
    private const int DaysTo1904 = 1_462;

    // Serial 60 is the 29th of February 1900, which there never was; before it, the count is one day off.
    private const int NoDay = 60;

    private static readonly DateTime Origin = new(1899, 12, 30, 0, 0, 0, DateTimeKind.Unspecified);

    /// <summary>Writes the date as <see cref="SpreadsheetCellKind.Date"/> says.</summary>
    /// <returns>Null where the number is no date.</returns>
    public static string? Show(ReadOnlySpan<char> number, bool countsFrom1904)
    {
        if (!double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var serial))
            return null;
        serial += countsFrom1904 ? DaysTo1904 : 0;
        var day = Math.Floor(serial);
        if (!(day >= 1 && day <= LastSerial) || day == NoDay)
            return null;
        var seconds = Math.Round((serial - day) * 86_400);
        var instant = Origin.AddDays(day < NoDay ? day + 1 : day).AddSeconds(seconds);
        return instant.ToString(instant.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture);
    }
}
