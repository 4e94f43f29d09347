using Invitations.Stores;

namespace Invitations;

internal sealed class SeatLedger(IStoreTransaction transaction, ISeatStore store, SeatAccounting accounting) : ISeatLedger
{
    public async Task<SeatUsage> GetUsageAsync(TenantId tenant, CancellationToken cancellationToken = default)
    {
        _ = tenant.Value;
        var limits = await accounting.LimitsAsync(tenant, cancellationToken).ConfigureAwait(false);
        var tallies = await store.ReadAsync(tenant, cancellationToken).ConfigureAwait(false);
        return new() { Members = CountOf(GrantKind.Member), Guests = CountOf(GrantKind.Guest) };

        SeatCount CountOf(GrantKind kind)
        {
            var tally = tallies.SingleOrDefault(tally => tally.Kind == kind);
            var reserved = Math.Min(tally.Pending, tally.Taken);
            return new(tally.Taken - reserved, reserved, limits.Of(kind));
        }
    }

    public async Task<SeatResult> TakeAsync(TenantId tenant, GrantKind kind, int count = 1, CancellationToken cancellationToken = default)
    {
        _ = tenant.Value;
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        var limit = (await accounting.LimitsAsync(tenant, cancellationToken).ConfigureAwait(false)).Of(kind);
        return await transaction
            .ExecuteAsync(async token => TransactionOutcome.Commit(await TakeAsync(tenant, new(kind, 0, count, limit), token).ConfigureAwait(false)), cancellationToken)
            .ConfigureAwait(false);
    }

    public Task ReleaseAsync(TenantId tenant, GrantKind kind, int count = 1, CancellationToken cancellationToken = default)
    {
        _ = (tenant.Value, accounting.Required());
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        return store.MoveAsync(tenant, [new(kind, count, 0, null)], cancellationToken);
    }

    public Task SetUsedAsync(TenantId tenant, GrantKind kind, int used, CancellationToken cancellationToken = default)
    {
        _ = (tenant.Value, accounting.Required());
        ArgumentOutOfRangeException.ThrowIfNegative(used);
        return store.SetUsedAsync(tenant, kind, used, cancellationToken);
    }

    // Gives back instead of rolling back: a transaction of the host goes on after a refusal.
    private async Task<SeatResult> TakeAsync(TenantId tenant, SeatMove move, CancellationToken cancellationToken)
    {
        var granted = (await store.MoveAsync(tenant, [move], cancellationToken).ConfigureAwait(false))[0];
        if (granted.Granted == move.Take)
            return new();
        if (granted.Granted > 0)
            await store.MoveAsync(tenant, [new(move.Kind, granted.Granted, 0, null)], cancellationToken).ConfigureAwait(false);
        return new(Refusals.NoSeat(move.Kind, granted.Taken - granted.Granted, move.Limit!.Value));
    }
}
