using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Invitations.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Invitations.Tests.Inviting;

public sealed class TelemetryTests
{
    [Fact]
    public async Task Rows_are_counted_by_outcome()
    {
        using var host = new TestHost(
            new TenantSettings { Reinvite = new() { Cooldown = TimeSpan.Zero } },
            options => options.ChunkSize = 2,
            wire: builder => builder.Services.AddMetrics());
        await host.InviteAsync(new Invite("person1@example.com"));
        var counted = new ConcurrentDictionary<string, long>();
        var durations = 0;
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (instrument.Meter.Name == InvitationsDiagnostics.MeterName && instrument.Meter.Scope == host.Services.GetRequiredService<IMeterFactory>())
                self.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((instrument, rows, tags, _) =>
        {
            Assert.Equal("invitations.invited", instrument.Name);
            var tag = Assert.Single(tags.ToArray());
            Assert.Equal("outcome", tag.Key);
            counted.AddOrUpdate((string)tag.Value!, rows, (_, before) => before + rows);
        });
        listener.SetMeasurementEventCallback<double>((instrument, seconds, _, _) =>
        {
            Assert.Equal(("invitations.chunk.duration", "s"), (instrument.Name, instrument.Unit));
            Assert.True(seconds >= 0);
            Interlocked.Increment(ref durations);
        });
        listener.Start();

        await host.InviteAsync([.. People.Of(5), new("nonsense"), new()], new InviteOptions { WhenAlreadyInvited = WhenAlreadyInvited.Reinvite });
        await host.InviteAsync(People.Of(3), new InviteOptions { WhenAlreadyInvited = WhenAlreadyInvited.MergeGrant });
        await host.InviteAsync(People.Of(3), new InviteOptions { DryRun = true });

        Assert.Equal(
            [("invited", 4L), ("merged", 3L), ("refused", 2L), ("reinvited", 1L)],
            counted.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => (entry.Key, entry.Value)));
        Assert.Equal(4 + 2, durations);
    }

    [Fact]
    public async Task Each_way_of_inviting_is_an_activity()
    {
        var names = new ConcurrentQueue<string>();
        using var mine = new ActivitySource("Invitations.Tests");
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is InvitationsDiagnostics.ActivitySourceName or "Invitations.Tests",
            Sample = (ref _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity => { if (activity.Source.Name == InvitationsDiagnostics.ActivitySourceName) names.Enqueue($"{activity.TraceId} {activity.OperationName} {activity.TagObjects.Count()}"); },
        };
        ActivitySource.AddActivityListener(listener);
        using var host = new TestHost();
        using var root = mine.StartActivity("root");

        await host.InviteAsync(new Invite("ana@example.com"));
        await host.InviteAsync(People.Of(2));
        await host.InviteStreamAsync(People.Of(2, from: 5).ToAsyncEnumerable());

        Assert.Equal(
            [$"{root!.TraceId} invitations.invite 0", $"{root.TraceId} invitations.invite_list 0", $"{root.TraceId} invitations.invite_stream 0"],
            names.Where(name => name.StartsWith(root.TraceId.ToString(), StringComparison.Ordinal)));
    }

    [Fact]
    public async Task No_log_names_a_person()
    {
        using var host = new TestHost(new TenantSettings { Reinvite = new() { Cooldown = TimeSpan.Zero } }, options => options.ChunkSize = 2);
        Invite[] invites =
        [
            new("ana.secret@example.com") { FirstName = "Secretary", EmployeeId = "E-SECRET", PersonalMessage = "secret" },
            new() { Phone = "+447911123456" },
            new() { Identifier = "SECRET-7" },
            new("secret nonsense"),
        ];
        var options = new InviteOptions { IdempotencyKey = "k", WhenAlreadyInvited = WhenAlreadyInvited.Reinvite };

        await host.InviteAsync(invites, options);
        await host.InviteAsync(invites, options);
        await host.InviteAsync(invites, options with { IdempotencyKey = null });

        Assert.Contains(host.Logs.Lines, line => line.Contains("RowsInvited", StringComparison.Ordinal) && line.Contains("Succeeded=2", StringComparison.Ordinal));
        Assert.Contains(host.Logs.Lines, line => line.Contains("ChunkReplayed", StringComparison.Ordinal));
        Assert.All(host.Logs.Lines, line =>
        {
            Assert.DoesNotContain("secret", line.Replace("Secrets are derived", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("4479", line, StringComparison.Ordinal);
            Assert.DoesNotContain("example.com", line, StringComparison.Ordinal);
        });
    }
}
