namespace Invitations.Stores.InMemory;

internal sealed class InMemorySeatStore(InMemorySession session) : ISeatStore
{
    private readonly SeatTable _seats = session.Database.Seats;
    private readonly InvitationTable _invitations = session.Database.Invitations;

    public Task<IReadOnlyList<SeatGrant>> MoveAsync(TenantId tenant, IReadOnlyList<SeatMove> moves, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(moves);
        return session.WriteAsync<IReadOnlyList<SeatGrant>>(() => [.. moves.Select(move => _seats.Move(_invitations, tenant, move))], cancellationToken);
    }

    public Task SetUsedAsync(TenantId tenant, GrantKind kind, int used, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(used);
        return session.WriteAsync(
            () =>
            {
                _seats.SetUsed(_invitations, tenant, kind, used);
                return true;
            },
            cancellationToken);
    }

    public Task<IReadOnlyList<SeatTally>> ReadAsync(TenantId tenant, CancellationToken cancellationToken) =>
        session.ReadAsync<IReadOnlyList<SeatTally>>(
            drafts => [_seats.Read(_invitations, tenant, GrantKind.Member, drafts), _seats.Read(_invitations, tenant, GrantKind.Guest, drafts)],
            cancellationToken);
}
