using System.Collections;
using System.Globalization;
using Invitations.Docs.Tests.Markdown;

namespace Invitations.Docs.Tests.Pages;

/// <summary>Holds the tables of settings against the types that they are about.</summary>
public sealed class SettingsTableTests
{
    [Fact]
    public void Every_setting_of_a_tenant_is_listed_with_its_default() =>
        Assert.Equal(
            Defaults(TenantSettings.Default, "").Order(StringComparer.Ordinal),
            Page.Open("docs/tenants.md").Rows("Settings").Select(row => $"{row[0].Trim('`')} = {row[1].Trim('`')}").Order(StringComparer.Ordinal));

    [Fact]
    public void Every_option_of_delivery_is_listed_with_its_default() =>
        Assert.Equal(
            Defaults(new DeliveryOptions(), ""),
            Page.Open("docs/delivery.md").Rows("Retries").Where(row => row.Length == 3).Select(row => $"{row[0].Trim('`')} = {row[1]}"));

    [Fact]
    public void Every_option_of_maintenance_is_listed_with_its_default() =>
        Assert.Equal(
            Defaults(new MaintenanceOptions(), ""),
            Page.Open("docs/maintenance.md").Rows("Steps").Where(row => row[0].StartsWith('`') && row.Length == 3 && !row[0].Contains("Async", StringComparison.Ordinal)).Select(row => $"{row[0].Trim('`')} = {row[1]}"));

    [Theory]
    [InlineData("docs/events-and-audit.md", "Events", typeof(InvitationEventKind))]
    [InlineData("docs/events-and-audit.md", "Audit", typeof(AuditAction))]
    [InlineData("docs/delivery.md", "The outbox", typeof(DeliveryStatus))]
    [InlineData("docs/accepting.md", "Who may", typeof(RecipientBinding))]
    public void Every_value_is_explained(string path, string heading, Type values) =>
        Assert.Equal(
            Enum.GetNames(values).Order(StringComparer.Ordinal),
            Page.Open(path).Rows(heading).Select(row => row[0].Split('`')[1]).Order(StringComparer.Ordinal));

    private static IEnumerable<string> Defaults(object settings, string prefix)
    {
        foreach (var property in settings.GetType().GetProperties().Where(property => property.CanWrite))
        {
            var value = property.GetValue(settings);
            if (value is not (null or IEnumerable or Enum) && value.GetType().Namespace == nameof(Invitations))
            {
                foreach (var nested in Defaults(value, property.Name + "."))
                    yield return nested;
            }
            else
            {
                yield return $"{prefix}{property.Name} = {Show(value)}";
            }
        }
    }

    private static string Show(object? value) => value switch
    {
        null => "null",
        bool flag => flag ? "true" : "false",
        int number => number.ToString("N0", CultureInfo.InvariantCulture),
        TimeSpan { TotalDays: >= 1 } span => Plural(span.TotalDays, "day"),
        TimeSpan { TotalHours: >= 1 } span => Plural(span.TotalHours, "hour"),
        TimeSpan { TotalMinutes: >= 1 } span => Plural(span.TotalMinutes, "minute"),
        TimeSpan span => Plural(span.TotalSeconds, "second"),
        string or Enum => value.ToString()!,
        IEnumerable<TimeSpan> spans when spans.Any() => string.Join(", ", spans.Select(span => Show(span))),
        IEnumerable items when !items.Cast<object>().Any() => "empty",
        _ => throw new NotSupportedException($"A default of type {value.GetType()} has no way to be shown."),
    };

    private static string Plural(double count, string unit) => string.Create(CultureInfo.InvariantCulture, $"{count} {unit}{(count == 1 ? "" : "s")}");
}
