using Invitations.Stores;

namespace Invitations.Tests.Hosting;

internal sealed class WatchedSeatStore(ISeatStore inner, StoreCalls calls) : ISeatStore
{
    public async Task<IReadOnlyList<SeatGrant>> MoveAsync(TenantId tenant, IReadOnlyList<SeatMove> moves, CancellationToken cancellationToken)
    {
        await calls.EnterAsync("Seats.Move", moves);
        return await inner.MoveAsync(tenant, moves, cancellationToken);
    }

    public async Task SetUsedAsync(TenantId tenant, GrantKind kind, int used, CancellationToken cancellationToken)
    {
        await calls.EnterAsync("Seats.SetUsed", used);
        await inner.SetUsedAsync(tenant, kind, used, cancellationToken);
    }

    public async Task<IReadOnlyList<SeatTally>> ReadAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        await calls.EnterAsync("Seats.Read", tenant);
        return await inner.ReadAsync(tenant, cancellationToken);
    }
}
