using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Invitations;

/// <summary>The one meter and the one activity source. Tag values come from closed lists, so that they cannot grow without bound.</summary>
internal sealed class Instrumentation : IDisposable
{
    private readonly ActivitySource _activities = new(InvitationsDiagnostics.ActivitySourceName);
    private readonly Meter? _ownMeter;
    private readonly Counter<long> _invited;
    private readonly Counter<long> _redeemed;
    private readonly Counter<long> _administered;
    private readonly Counter<long> _delivered;
    private readonly Counter<long> _reported;
    private readonly Counter<long> _maintained;
    private readonly Histogram<double> _chunkDuration;
    private readonly TimeProvider _time;
    private IReadOnlyList<ChannelBacklog> _backlog = [];

    public Instrumentation(TimeProvider time, IMeterFactory? meters = null)
    {
        _time = time;
        var meter = meters?.Create(InvitationsDiagnostics.MeterName) ?? (_ownMeter = new Meter(InvitationsDiagnostics.MeterName));
        _invited = meter.CreateCounter<long>("invitations.invited", "{row}", "Rows that went through inviting, by outcome.");
        _redeemed = meter.CreateCounter<long>("invitations.redeemed", "{redemption}", "Previews, acceptances, declines and requests to join, by action and outcome.");
        _administered = meter.CreateCounter<long>("invitations.administered", "{change}", "Reinvites, edits, revocations, approvals and shown secrets, by action and outcome.");
        _delivered = meter.CreateCounter<long>("invitations.delivered", "{delivery}", "Attempts to deliver, by channel and outcome.");
        _reported = meter.CreateCounter<long>("invitations.reported", "{report}", "What providers reported about messages that they had taken, by kind and by what came of it.");
        _maintained = meter.CreateCounter<long>("invitations.maintained", "{row}", "Rows that sweeps, purges and retention have worked off, by job.");
        meter.CreateObservableGauge(
            "invitations.backlog.waiting", () => Gauge(channel => channel.Waiting), "{delivery}", "Messages that are due and not sent yet, as read last.");
        meter.CreateObservableGauge("invitations.backlog.age", () => Gauge(AgeOf), "s", "How long the longest waiting message has been due.");
        meter.CreateObservableGauge(
            "invitations.backlog.failed", () => Gauge(channel => channel.Failed), "{delivery}", "Messages that were given up in the last day, as read last.");
        _chunkDuration = meter.CreateHistogram<double>("invitations.chunk.duration", "s", "The time that one chunk of rows takes from reading to commit.");
    }

    public Activity? Start(string name) => _activities.StartActivity(name);

    public void Invited(InviteOutcome outcome, int rows)
    {
        if (rows > 0)
            _invited.Add(rows, new KeyValuePair<string, object?>("outcome", OutcomeName(outcome)));
    }

    public void Redeemed(string action, string outcome) =>
        _redeemed.Add(1, new KeyValuePair<string, object?>("action", action), new KeyValuePair<string, object?>("outcome", outcome));

    public void Reported(ProviderReportKind kind, ProviderReportOutcome outcome) => _reported.Add(
        1,
        new KeyValuePair<string, object?>("kind", kind switch
        {
            ProviderReportKind.Delivered => "delivered",
            ProviderReportKind.Opened => "opened",
            ProviderReportKind.SoftBounced => "soft_bounced",
            ProviderReportKind.HardBounced => "hard_bounced",
            _ => "complained",
        }),
        new KeyValuePair<string, object?>("outcome", outcome switch
        {
            ProviderReportOutcome.Recorded => "recorded",
            ProviderReportOutcome.Unchanged => "unchanged",
            _ => "unknown",
        }));

    public void Administered(string action, bool succeeded, int count = 1)
    {
        if (count > 0)
            _administered.Add(count, new KeyValuePair<string, object?>("action", action), new KeyValuePair<string, object?>("outcome", succeeded ? "done" : "refused"));
    }

    public void Delivered(string channel, DeliveryStatus status) => _delivered.Add(
        1,
        new KeyValuePair<string, object?>("channel", channel),
        new KeyValuePair<string, object?>("outcome", status switch
        {
            DeliveryStatus.Sent => "sent",
            DeliveryStatus.Failed => "failed",
            DeliveryStatus.Cancelled => "cancelled",
            _ => "retry",
        }));

    /// <summary>Keeps what the gauges show: a scrape reads nothing from the store.</summary>
    public void BacklogRead(IReadOnlyList<ChannelBacklog> backlog) => Volatile.Write(ref _backlog, backlog);

    public void Maintained(string job, int rows)
    {
        if (rows > 0)
            _maintained.Add(rows, new KeyValuePair<string, object?>("job", job));
    }

    public void ChunkDone(TimeSpan elapsed) => _chunkDuration.Record(elapsed.TotalSeconds);

    public void Dispose()
    {
        _activities.Dispose();
        _ownMeter?.Dispose();
    }

    private IEnumerable<Measurement<T>> Gauge<T>(Func<ChannelBacklog, T> value)
        where T : struct =>
        Volatile.Read(ref _backlog).Select(channel => new Measurement<T>(value(channel), new KeyValuePair<string, object?>("channel", channel.Channel)));

    private double AgeOf(ChannelBacklog channel) => channel.OldestDueAt is { } due ? Math.Max(0, (_time.GetUtcNow() - due).TotalSeconds) : 0;

    private static string OutcomeName(InviteOutcome outcome) => outcome switch
    {
        InviteOutcome.Invited => "invited",
        InviteOutcome.AwaitingApproval => "awaiting_approval",
        InviteOutcome.Reinvited => "reinvited",
        InviteOutcome.Merged => "merged",
        InviteOutcome.GrantedDirectly => "granted_directly",
        InviteOutcome.NotDone => "not_done",
        _ => "refused",
    };
}
