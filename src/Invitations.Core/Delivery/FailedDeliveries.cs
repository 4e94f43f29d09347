using Invitations.Stores;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Invitations;

internal sealed class FailedDeliveries(
    IDeliveryStore deliveries,
    DeliverySignal signal,
    InvitationClock clock,
    Instrumentation instrumentation,
    IOptionsMonitor<MaintenanceOptions> options,
    ILogger<FailedDeliveries>? logger = null) : IFailedDeliveries
{
    private const int MaxPageSize = 500;

    private readonly ILogger _logger = logger ?? NullLogger<FailedDeliveries>.Instance;

    public Task<IReadOnlyList<Delivery>> ListAsync(
        FailedDeliveryFilter filter, Delivery? after = null, int pageSize = 50, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        DeliveryKeyset? place = after is { EndedAt: { } endedAt } ? new(endedAt, after.Id) : null;
        return deliveries.ListFailedAsync(QueryOf(filter, clock.Now, Math.Clamp(pageSize, 1, MaxPageSize)), place, cancellationToken);
    }

    public async Task<int> RequeueAsync(FailedDeliveryFilter filter, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        using var activity = instrumentation.Start("invitations.requeue");
        var now = clock.Now;
        var take = options.CurrentValue.BatchSize;
        var query = QueryOf(filter with { Until = filter.Until < now ? filter.Until : now }, now, take);
        var (total, queued) = (0, 0);
        do
        {
            queued = await deliveries.RequeueFailedAsync(query, cancellationToken).ConfigureAwait(false);
            total += queued;
            if (queued > 0)
                signal.Notify();
        }
        while (queued >= take);

        instrumentation.Maintained("requeue", total);
        Log.Maintained(_logger, "requeue", total);
        return total;
    }

    private static FailedDeliveryQuery QueryOf(FailedDeliveryFilter filter, DateTimeOffset now, int take) => new()
    {
        Tenant = filter.Tenant,
        Channel = filter.Channel,
        Since = filter.Since,
        Until = filter.Until,
        Now = now,
        Take = take,
    };
}
