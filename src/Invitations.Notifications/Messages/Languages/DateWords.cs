using System.Globalization;

namespace Invitations;

/// <summary>How a language writes dates: names of days and months, and patterns with names in braces.</summary>
internal sealed class DateWords
{
    public required IReadOnlyList<string> Days { get; init; }

    public required IReadOnlyList<string> Months { get; init; }

    /// <summary>How the first of a month is written where it differs from <c>1</c>, or null.</summary>
    public string? FirstDay { get; init; }

    public required string Date { get; init; }

    public required string DateWithYear { get; init; }

    public required string DateWithTime { get; init; }

    public required string ShortDate { get; init; }

    public required string ShortDateWithTime { get; init; }

    /// <summary>The words of a language that the library brings no texts in: as the runtime knows it.</summary>
    public static DateWords Of(string language)
    {
        CultureInfo culture;
        try
        {
            culture = CultureInfo.GetCultureInfo(language);
        }
        catch (CultureNotFoundException)
        {
            culture = CultureInfo.InvariantCulture;
        }

        return new()
        {
            Days = culture.DateTimeFormat.DayNames,
            Months = culture.DateTimeFormat.MonthGenitiveNames,
            Date = "{weekday} {day} {month}",
            DateWithYear = "{weekday} {day} {month} {year}",
            DateWithTime = "{date}, {time} ({zone})",
            ShortDate = "{day}/{number}",
            ShortDateWithTime = "{date} {time} {zone}",
        };
    }

    public string Write(DateOnly date, bool withYear) => Fill(withYear ? DateWithYear : Date, date);

    public string WriteShort(DateOnly date) => Fill(ShortDate, date);

    private string Fill(string pattern, DateOnly date)
    {
        var month = Months[date.Month - 1];
        return pattern
            .Replace("{weekday}", Days[(int)date.DayOfWeek], StringComparison.Ordinal)
            .Replace("{day}", date.Day == 1 && FirstDay is not null ? FirstDay : date.Day.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{month}", month, StringComparison.Ordinal)
            .Replace("{mon}", month.Length > 3 ? month[..3] : month, StringComparison.Ordinal)
            .Replace("{number}", date.Month.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{year}", date.Year.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }
}
