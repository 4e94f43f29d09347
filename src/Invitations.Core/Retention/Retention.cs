using Invitations.Stores;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Invitations;

internal sealed class Retention(
    IPersonalDataStore data,
    IInvitationSetStore sets,
    IInvitationStore store,
    IBatchStore batches,
    BatchDropping dropping,
    TenantSettingsReader settings,
    EventPublisher events,
    InvitationClock clock,
    Instrumentation instrumentation,
    IOptionsMonitor<MaintenanceOptions> options,
    ILogger<Retention>? logger = null) : IRetention
{
    private static readonly InvitationStatus[] NeverJoined = [InvitationStatus.Declined, InvitationStatus.Revoked, InvitationStatus.Expired];

    private readonly ILogger _logger = logger ?? NullLogger<Retention>.Instance;

    private int BatchSize => options.CurrentValue.BatchSize;

    public async Task<int> RunOnceAsync(TenantId tenant, CancellationToken cancellationToken = default)
    {
        _ = tenant.Value;
        using var activity = instrumentation.Start("invitations.retain");
        var periods = (await settings.ReadAsync(tenant, cancellationToken).ConfigureAwait(false)).Retention;
        return await AnonymizeAsync(tenant, NeverJoined, periods.NeverJoined, cancellationToken).ConfigureAwait(false)
            + await AnonymizeAsync(tenant, [InvitationStatus.Accepted], periods.Joined, cancellationToken).ConfigureAwait(false)
            + await DeleteDeliveriesAsync(tenant, periods.Deliveries, cancellationToken).ConfigureAwait(false)
            + await DropUnsentAsync(tenant, periods.Unsent, cancellationToken).ConfigureAwait(false);
    }

    public async Task<int> RunAsync(CancellationToken cancellationToken = default)
    {
        var (total, after) = (0, default(TenantId?));
        while (true)
        {
            var tenants = await data.ListTenantsAsync(after, BatchSize, cancellationToken).ConfigureAwait(false);
            foreach (var tenant in tenants)
                total += await RunAsync(tenant, cancellationToken).ConfigureAwait(false);
            if (tenants.Count < BatchSize)
                return total;
            after = tenants[^1];
        }
    }

    private async Task<int> RunAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        var total = 0;
        try
        {
            while (await RunOnceAsync(tenant, cancellationToken).ConfigureAwait(false) is > 0 and var done)
                total += done;
        }
        catch (InvalidOperationException exception)
        {
            // Its settings cannot be used (INV009); the other tenants' can.
            Log.RetentionPassedOver(_logger, exception, tenant);
        }

        return total;
    }

    private async Task<int> AnonymizeAsync(
        TenantId tenant, IReadOnlyCollection<InvitationStatus> statuses, TimeSpan? period, CancellationToken cancellationToken)
    {
        var now = clock.Now;
        if (EndOf(period, now) is not { } endedBy)
            return 0;
        var rows = await data
            .FindEndedAsync(new() { Tenant = tenant, Statuses = statuses, EndedBy = endedBy, Take = BatchSize }, cancellationToken)
            .ConfigureAwait(false);
        if (rows.Count == 0)
            return 0;

        AuditEntry[] entries = [.. rows.Select(row => AuditTrail.Entry(tenant, row.Id, AuditAction.Anonymized, null, now))];
        var done = await sets
            .AnonymizeAsync(new() { Tenant = tenant, Rows = rows, Entries = entries, At = now }, cancellationToken)
            .ConfigureAwait(false);
        instrumentation.Maintained("anonymize", done.Count);
        await PublishAsync(tenant, done, now, cancellationToken).ConfigureAwait(false);
        return rows.Count;
    }

    private async Task<int> DeleteDeliveriesAsync(TenantId tenant, TimeSpan? period, CancellationToken cancellationToken)
    {
        if (EndOf(period, clock.Now) is not { } endedBy)
            return 0;
        var deleted = await data.DeleteDeliveriesAsync(tenant, endedBy, BatchSize, cancellationToken).ConfigureAwait(false);
        instrumentation.Maintained("delete_deliveries", deleted);
        return deleted;
    }

    /// <summary>Of one batch a step.</summary>
    private async Task<int> DropUnsentAsync(TenantId tenant, TimeSpan? period, CancellationToken cancellationToken)
    {
        if (EndOf(period, clock.Now) is not { } stagedBy)
            return 0;
        var dropped = 0;
        foreach (var found in await batches.FindUnsentAsync(tenant, stagedBy, 1, cancellationToken).ConfigureAwait(false))
            dropped += await dropping.DropAsync(tenant, found.Batch.Id, null, null, cancellationToken, steps: 1).ConfigureAwait(false);
        instrumentation.Maintained("drop_batch_rows", dropped);
        return dropped;
    }

    private async Task PublishAsync(TenantId tenant, IReadOnlyCollection<Guid> ids, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (ids.Count == 0 || !events.HasHandlers)
            return;
        var anonymous = await store.FindAsync(tenant, ids, cancellationToken).ConfigureAwait(false);
        await events
            .PublishAsync([.. anonymous.Select(it => new InvitationEvent(InvitationEventKind.Anonymized, it, now))], cancellationToken)
            .ConfigureAwait(false);
    }

    /// <summary>The latest end that a period no longer keeps, or null where it keeps everything that there can be.</summary>
    private static DateTimeOffset? EndOf(TimeSpan? period, DateTimeOffset now) =>
        period is { } span && now - DateTimeOffset.MinValue > span ? now - span : null;
}
