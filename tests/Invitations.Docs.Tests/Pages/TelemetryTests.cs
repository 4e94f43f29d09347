using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Reflection;
using System.Text.RegularExpressions;
using Invitations.Docs.Tests.Markdown;
using Invitations.Docs.Tests.Running;
using Microsoft.Extensions.Logging;

namespace Invitations.Docs.Tests.Pages;

/// <summary>Holds <c>docs/telemetry.md</c> against what the library logs, counts and traces.</summary>
[Collection(ListeningCollection.Name)]
public sealed partial class TelemetryTests
{
    private static readonly Page Telemetry = Page.Open("docs/telemetry.md");

    [Fact]
    public void The_log_events_are_those_of_the_code()
    {
        var inCode = new[] { typeof(IInvitationService), typeof(InvitationsModelOptions), typeof(IMessageRenderer) }
            .SelectMany(type => type.Assembly.GetTypes())
            .SelectMany(type => type.GetMethods(BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
            .Select(method => method.GetCustomAttribute<LoggerMessageAttribute>())
            .OfType<LoggerMessageAttribute>()
            .OrderBy(message => message.EventId)
            .Select(message => $"{message.EventId} `{message.EventName}` {message.Level} {message.Message}")
            .ToList();

        Assert.NotEmpty(inCode);
        Assert.Equal(inCode, Telemetry.Rows("Log events").Select(row => string.Join(' ', row)));
    }

    [Fact]
    public async Task The_instruments_are_those_of_the_code()
    {
        var published = new ConcurrentQueue<string>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, _) =>
            {
                if (instrument.Meter.Name == InvitationsDiagnostics.MeterName)
                    published.Enqueue($"`{instrument.Name}` {(instrument is Histogram<double> ? "histogram" : instrument.IsObservable ? "gauge" : "counter")} `{instrument.Unit}`");
            },
        };
        listener.Start();
        await using var host = new ExampleHost();
        await host.InviteAsync(new("ana@example.com"));

        Assert.Equal(
            published.Distinct().Order(StringComparer.Ordinal),
            Telemetry.Rows("Metrics").Select(row => $"{row[0]} {row[1]} {row[2]}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_is_counted_has_only_tags_and_values_that_are_named()
    {
        var tagged = new HashSet<string>(StringComparer.Ordinal);
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == InvitationsDiagnostics.MeterName)
                    listener.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, _, tags, _) =>
        {
            lock (tagged)
            {
                foreach (var (name, value) in tags)
                    tagged.Add($"{instrument.Name} {name} {value}");
            }
        });
        listener.Start();
        await LeadALifeAsync();

        var named = Telemetry.Rows("Metrics").ToDictionary(row => row[0].Trim('`'), row => TagsOf(row[3]));
        Assert.Contains("invitations.redeemed outcome mismatch", tagged);
        Assert.All(tagged.Select(tag => tag.Split(' ')).Where(tag => tag[1] != "channel"), tag => Assert.Contains(tag[2], named[tag[0]][tag[1]]));
    }

    [Fact]
    public void The_activities_are_those_of_the_code()
    {
        var inCode = Repository.Files("src/Invitations.Core", "*.cs")
            .SelectMany(path => Activities().Matches(Repository.Read(path)))
            .Select(match => $"`{match.Groups[1].Value}`");

        Assert.Equal(
            inCode.Order(StringComparer.Ordinal),
            Telemetry.Rows("Traces").Select(row => row[0]).Order(StringComparer.Ordinal));
    }

    private static async Task LeadALifeAsync()
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var host = new ExampleHost();
        var invited = await host.InviteAsync(new("ana@example.com"));
        await host.InviteAsync(new("nobody"));
        var token = (await host.SecretsOfAsync(invited)).Token;
        await host.Acceptance.PreviewAsync("forged", cancel);
        await host.Acceptance.AcceptAsync(token, Acceptor.User("user-mallory"), cancellationToken: cancel);
        await host.Administration.ReinviteAsync(host.Tenant, invited.InvitationId!.Value, host.Admin, cancel);
        await host.Administration.EditAsync(host.Tenant, invited.InvitationId.Value, new() { PersonalMessage = "Hi" }, host.Admin, cancel);
        await host.Acceptance.DeclineAsync(token, cancel);
        await host.Administration.RevokeAsync(host.Tenant, invited.InvitationId.Value, host.Admin, cancel);
    }

    /// <summary>Reads <c>`action`: `preview`, `accept`; `outcome`: `done`</c>.</summary>
    private static Dictionary<string, string[]> TagsOf(string cell) => cell.Split(';', StringSplitOptions.RemoveEmptyEntries)
        .Select(tag => tag.Split(':'))
        .ToDictionary(tag => tag[0].Trim().Trim('`'), tag => tag[1].Split(',').Select(value => value.Trim().Trim('`')).ToArray());

    [GeneratedRegex(@"\.Start\(""([a-z_.]+)""\)")]
    private static partial Regex Activities();
}
