using Invitations.Stores;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Invitations;

internal sealed class InvitationMaintenance(
    ExpirySweep expiry,
    ReminderSweep reminders,
    DueBatches batches,
    IIdempotencyStore idempotency,
    IAttemptStore attempts,
    IQuotaStore quotas,
    EventPublisher events,
    DeliverySignal signal,
    InvitationClock clock,
    Instrumentation instrumentation,
    IOptionsMonitor<MaintenanceOptions> options,
    ILogger<InvitationMaintenance>? logger = null) : IInvitationMaintenance
{
    private readonly ILogger _logger = logger ?? NullLogger<InvitationMaintenance>.Instance;

    private int BatchSize => options.CurrentValue.BatchSize;

    public async Task<int> ExpireAsync(CancellationToken cancellationToken = default)
    {
        using var activity = instrumentation.Start("invitations.expire");
        var (found, expired) = await expiry.RunAsync(BatchSize, cancellationToken).ConfigureAwait(false);
        Done("expire", expired.Count);
        await PublishAsync(InvitationEventKind.Expired, expired, cancellationToken).ConfigureAwait(false);
        return found;
    }

    public async Task<int> RemindAsync(CancellationToken cancellationToken = default)
    {
        using var activity = instrumentation.Start("invitations.remind");
        var (moved, reminded) = await reminders.RunAsync(BatchSize, cancellationToken).ConfigureAwait(false);
        Done("remind", reminded.Count);
        if (reminded.Count > 0)
            signal.Notify();
        await PublishAsync(InvitationEventKind.Reminded, reminded, cancellationToken).ConfigureAwait(false);
        return moved;
    }

    public async Task<int> SendDueBatchesAsync(CancellationToken cancellationToken = default)
    {
        using var activity = instrumentation.Start("invitations.send_due_batches");
        var done = await batches.RunAsync(BatchSize, cancellationToken).ConfigureAwait(false);
        Done("send_batches", done);
        return done;
    }

    public async Task<int> PurgeAsync(CancellationToken cancellationToken = default)
    {
        using var activity = instrumentation.Start("invitations.purge");
        var now = clock.Now;
        var records = await idempotency.PurgeAsync(now - options.CurrentValue.IdempotencyKept, BatchSize, cancellationToken).ConfigureAwait(false);
        Done("purge_idempotency", records);
        var windows = await attempts.PurgeAsync(now, BatchSize, cancellationToken).ConfigureAwait(false);
        Done("purge_attempts", windows);
        var counters = await quotas.PurgeAsync(now, BatchSize, cancellationToken).ConfigureAwait(false);
        Done("purge_quotas", counters);
        return records + windows + counters;
    }

    public async Task<int> RunOnceAsync(CancellationToken cancellationToken = default) =>
        await ExpireAsync(cancellationToken).ConfigureAwait(false)
        + await RemindAsync(cancellationToken).ConfigureAwait(false)
        + await SendDueBatchesAsync(cancellationToken).ConfigureAwait(false)
        + await PurgeAsync(cancellationToken).ConfigureAwait(false);

    private void Done(string job, int count)
    {
        if (count == 0)
            return;
        instrumentation.Maintained(job, count);
        Log.Maintained(_logger, job, count);
    }

    private Task PublishAsync(InvitationEventKind kind, IReadOnlyList<Invitation> invitations, CancellationToken cancellationToken)
    {
        var now = clock.Now;
        return events.PublishAsync([.. invitations.Select(invitation => new InvitationEvent(kind, invitation, now))], cancellationToken);
    }
}
