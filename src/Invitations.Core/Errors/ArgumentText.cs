using System.Globalization;
using System.Resources;

namespace Invitations;

/// <summary>Shows one argument of a message as people of a language read it, with the words of <c>Words.resx</c> and its translations.</summary>
internal static class ArgumentText
{
    public const string Field = "field";
    public const string Row = "row";
    public const string RetryAt = "retryAt";

    internal static readonly ResourceManager Words = new("Invitations.Errors.Words", typeof(ArgumentText).Assembly);

    public static string Show(string name, object value, CultureInfo culture) => value switch
    {
        // Fields, kinds and channels have names in every language; what the host or a person named is shown as it is.
        string text => Words.GetString($"{name}.{text}", culture) ?? text,
        DateTimeOffset instant => Show(name == RetryAt ? ToNextMinute(instant) : instant, culture),
        TimeSpan duration => Show(duration, culture),
        // A row is looked for in a spreadsheet, which does not group the digits of its positions.
        int or long when name != Row => ((IFormattable)value).ToString("N0", culture),
        IFormattable formattable => formattable.ToString(null, culture),
        IEnumerable<string> texts => string.Join(", ", texts) is { Length: > 0 } list ? list : Words.GetString($"{name}.none", culture) ?? "–",
        _ => value.ToString() ?? "",
    };

    private static string Show(DateTimeOffset instant, CultureInfo culture) => instant.ToUniversalTime().ToString("g", culture) + " UTC";

    /// <summary>Whoever comes back at the minute that was shown is not too early again.</summary>
    private static DateTimeOffset ToNextMinute(DateTimeOffset instant)
    {
        var excess = instant.UtcTicks % TimeSpan.TicksPerMinute;
        return excess == 0 || instant > DateTimeOffset.MaxValue.AddMinutes(-1) ? instant : instant.AddTicks(TimeSpan.TicksPerMinute - excess);
    }

    /// <summary>At most two units, cut off rather than rounded, since a duration is an upper limit; up to 24 hours are said in hours.</summary>
    private static string Show(TimeSpan duration, CultureInfo culture)
    {
        var ((large, count), (small, rest)) = duration switch
        {
            { Ticks: > TimeSpan.TicksPerDay } => (("day", duration.Days), ("hour", duration.Hours)),
            { Ticks: >= TimeSpan.TicksPerHour } => (("hour", (int)duration.TotalHours), ("minute", duration.Minutes)),
            { Ticks: >= TimeSpan.TicksPerMinute } => (("minute", duration.Minutes), ("second", duration.Seconds)),
            _ => (("second", duration.Seconds), ("second", 0)),
        };
        return rest == 0 ? Unit(large, count, culture) : $"{Unit(large, count, culture)} {Unit(small, rest, culture)}";
    }

    private static string Unit(string unit, int count, CultureInfo culture) =>
        Words.GetString($"unit.{unit}.{(count == 1 ? "one" : "other")}", culture)!
            .Replace("{count}", count.ToString("N0", culture), StringComparison.Ordinal);
}
