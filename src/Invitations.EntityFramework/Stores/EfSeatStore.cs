namespace Invitations.Stores.EntityFramework;

/// <summary>Counts seats, each move by one conditional statement on the row of its tenant and kind.</summary>
internal sealed class EfSeatStore(EfSession session, IStoreTransaction transaction) : ISeatStore
{
    private const int Pending = (int)InvitationStatus.Pending;

    private static readonly SeatTable Table = InvitationTables.Seats;

    public Task<IReadOnlyList<SeatGrant>> MoveAsync(TenantId tenant, IReadOnlyList<SeatMove> moves, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(moves);
        return transaction.ExecuteAsync(
            async token =>
            {
                var grants = new List<SeatGrant>(moves.Count);
                foreach (var move in moves)
                    grants.Add(await MoveOneAsync(tenant, move, token).ConfigureAwait(false));
                return TransactionOutcome.Commit<IReadOnlyList<SeatGrant>>(grants);
            },
            cancellationToken);
    }

    public Task SetUsedAsync(TenantId tenant, GrantKind kind, int used, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(used);
        return transaction.ExecuteAsync(
            async token =>
            {
                // Locks the row, so that the count after it sees whatever others have written.
                await MoveOneAsync(tenant, new(kind, 0, 0, null), token).ConfigureAwait(false);
                var text = session.Model.Text(
                    Table,
                    "set",
                    sql => $"UPDATE {sql.Name} SET {sql["taken"]} = @p2 + ({CountPending("@p0", "@p1")}) WHERE {sql["tenant"]} = @p0 AND {sql["grant_kind"]} = @p1");
                return TransactionOutcome.Commit(
                    await session.ExecuteAsync(new("set the used seats", text, tenant.Value, (int)kind, used), token).ConfigureAwait(false));
            },
            cancellationToken);
    }

    public async Task<IReadOnlyList<SeatTally>> ReadAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        var text = session.Model.Text(Table, "find", sql => $"{sql.Select} WHERE {sql["tenant"]} = @p0");
        var counters = await session.QueryAsync(new("find the seats of a tenant", text, tenant.Value), Table.Read, cancellationToken).ConfigureAwait(false);
        var tallies = new List<SeatTally>();
        foreach (var kind in Enum.GetValues<GrantKind>())
        {
            var count = new Statement("count pending invitations", CountPending("@p0", "@p1"), tenant.Value, (int)kind);
            var pending = (await session.QueryAsync(count, static reader => reader.GetInt32(0), cancellationToken).ConfigureAwait(false))[0];
            tallies.Add(new(kind, counters.Find(counter => counter.Kind == (int)kind)?.Taken ?? pending, pending));
        }

        return tallies;
    }

    private async Task<SeatGrant> MoveOneAsync(TenantId tenant, SeatMove move, CancellationToken cancellationToken)
    {
        if (await TryMoveAsync(tenant, move, cancellationToken).ConfigureAwait(false) is { } granted)
            return granted;
        await BeginAsync(tenant, move.Kind, cancellationToken).ConfigureAwait(false);
        return await TryMoveAsync(tenant, move, cancellationToken).ConfigureAwait(false)
            ?? throw new InvalidOperationException("The database neither keeps the counter of the seats nor says that it has it.");
    }

    /// <returns>Null where there is no counter yet.</returns>
    private async Task<SeatGrant?> TryMoveAsync(TenantId tenant, SeatMove wanted, CancellationToken cancellationToken)
    {
        object[] values = [tenant.Value, (int)wanted.Kind, wanted.Free, wanted.Take, wanted.Limit ?? int.MaxValue];
        var move = session.Model.Text(
            Table, "move", sql => $"UPDATE {sql.Name} SET {Set(sql)} WHERE {sql["tenant"]} = @p0 AND {sql["grant_kind"]} = @p1");
        Statement statement;
        if (session.Dialect is Dialect.Portable)
        {
            if (await session.ExecuteAsync(new("move seats", move, values), cancellationToken).ConfigureAwait(false) == 0)
                return null;
            var select = session.Model.Text(
                Table, "moved", sql => $"SELECT {sql["granted"]}, {sql["taken"]} FROM {sql.Name} WHERE {sql["tenant"]} = @p0 AND {sql["grant_kind"]} = @p1");
            statement = new("read moved seats", select, tenant.Value, (int)wanted.Kind);
        }
        else
        {
            var returning = session.Model.Text(Table, "move and return", sql => $"{move} RETURNING {sql["granted"]}, {sql["taken"]}");
            statement = new("move seats", returning, values);
        }

        var moved = await session
            .QueryAsync(statement, static reader => new SeatGrant(reader.GetInt32(0), reader.GetInt32(1)), cancellationToken)
            .ConfigureAwait(false);
        return moved.Count == 0 ? null : moved[0];
    }

    /// <summary>Makes a counter that begins with the pending invitations; one that somebody else has just made is as good.</summary>
    private async Task BeginAsync(TenantId tenant, GrantKind kind, CancellationToken cancellationToken)
    {
        var insert = session.Model.Text(Table, "begin", sql => $"INSERT INTO {sql.Name} ({sql.Columns}) {CountPending("@p0", "@p1", "@p0, @p1, 0, ")}");
        if (session.Dialect is not Dialect.Portable)
        {
            await session
                .ExecuteAsync(new("begin to count seats", $"{insert} ON CONFLICT DO NOTHING", tenant.Value, (int)kind), cancellationToken)
                .ConfigureAwait(false);
            return;
        }

        var statement = new Statement("begin to count seats", insert, tenant.Value, (int)kind);
        await RowInserts.TryAsync(session, () => session.ExecuteAsync(statement, cancellationToken), cancellationToken).ConfigureAwait(false);
    }

    private string CountPending(string tenant, string kind, string before = "")
    {
        var sql = session.Sql(InvitationTables.Invitations);
        return $"SELECT {before}COUNT(*) FROM {sql.Name} WHERE {sql["tenant"]} = {tenant} AND {OpenInvitations.Condition(sql)} " +
            $"AND {sql["status"]} = {Pending} AND {sql["grant_kind"]} = {kind}";
    }

    private static string Set(TableSql<SeatCounter> sql)
    {
        var free = $"CASE WHEN {sql["taken"]} > @p2 THEN {sql["taken"]} - @p2 ELSE 0 END";
        var granted = $"CASE WHEN {free} >= @p4 THEN 0 WHEN @p4 - ({free}) < @p3 THEN @p4 - ({free}) ELSE @p3 END";
        return $"{sql["granted"]} = {granted}, {sql["taken"]} = ({free}) + ({granted})";
    }
}
