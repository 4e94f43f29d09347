namespace Invitations.Stores.EntityFramework;

/// <summary>Claims deliveries: skipping rows that another worker has locked (PostgreSQL), by one statement (SQLite), or row by row on the condition that the fence is still the same.</summary>
internal sealed class DeliveryClaims(EfSession session, IStoreTransaction transaction)
{
    private const int Waiting = (int)DeliveryStatus.Waiting;

    private static readonly DeliveryTable Table = InvitationTables.Deliveries;

    public async Task<IReadOnlyList<Delivery>> ClaimAsync(DeliveryClaim claim, CancellationToken cancellationToken)
    {
        if (claim.Take <= 0)
            return [];
        var claimed = session.Dialect switch
        {
            Dialect.PostgreSql => await session.QueryAsync(LockAndClaim(claim), Table.Read, cancellationToken).ConfigureAwait(false),
            Dialect.Sqlite => await session.QueryAsync(Claim(claim), Table.Read, cancellationToken).ConfigureAwait(false),
            _ => await ClaimPortablyAsync(claim, cancellationToken).ConfigureAwait(false),
        };
        return [.. claimed.OrderBy(delivery => delivery.DueAt).ThenBy(delivery => delivery.Id)];
    }

    /// <summary>Each channel is read from its own place in the index, so that one whose workers are away does not stand in the way of the others.</summary>
    private Statement LockAndClaim(DeliveryClaim claim)
    {
        var sql = session.Sql(Table);
        var statement = new StatementBuilder("claim deliveries");
        var (now, take) = (statement.Value(Instants.Stored(claim.Now)), statement.Value(claim.Take));
        var due = $"{sql["status"]} = {Waiting} AND {sql["due_at"]} <= {now} AND ({sql["leased_until"]} IS NULL OR {sql["leased_until"]} <= {now})";
        var order = $"{sql["due_at"]}, {sql["id"]}";
        var channels = claim.Channels.Count == 0
            ? $"SELECT DISTINCT {sql["channel"]} AS channel FROM {sql.Name} WHERE {sql["status"]} = {Waiting}"
            : $"SELECT DISTINCT channel FROM unnest({statement.Value(claim.Channels.ToArray())}::text[]) AS c(channel)";
        var ofChannel = $"SELECT {sql["id"]}, {sql["due_at"]} FROM {sql.Name} d WHERE d.{sql["channel"]} = c.channel AND {due} ORDER BY {order} LIMIT {take} FOR UPDATE SKIP LOCKED";
        var chosen = $"SELECT f.{sql["id"]} FROM ({channels}) AS c CROSS JOIN LATERAL ({ofChannel}) AS f ORDER BY f.{sql["due_at"]}, f.{sql["id"]} LIMIT {take}";
        return statement
            .Append($"WITH chosen AS MATERIALIZED ({chosen}) UPDATE {sql.Name} AS t SET {Lease(statement, sql, claim, "t.")} FROM chosen ")
            .Append($"WHERE t.{sql["id"]} = chosen.{sql["id"]} RETURNING {sql.ColumnsOfT}")
            .Build();
    }

    private Statement Claim(DeliveryClaim claim)
    {
        var sql = session.Sql(Table);
        var statement = new StatementBuilder("claim deliveries");
        var update = $"UPDATE {sql.Name} SET {Lease(statement, sql, claim, "")} WHERE {sql["id"]} IN (SELECT {sql["id"]} FROM {sql.Name} WHERE ";
        return statement
            .Append(update)
            .Append(Due(statement, sql, claim))
            .Append($" ORDER BY {sql["due_at"]}, {sql["id"]} LIMIT {statement.Value(claim.Take)}) RETURNING {sql.Columns}")
            .Build();
    }

    private Task<List<Delivery>> ClaimPortablyAsync(DeliveryClaim claim, CancellationToken cancellationToken) => transaction.ExecuteAsync(
        async token =>
        {
            var sql = session.Sql(Table);
            var statement = new StatementBuilder("find deliveries to claim").Append($"{sql.Select} WHERE ");
            statement.Append(Due(statement, sql, claim));
            statement.Append($" ORDER BY {sql["due_at"]}, {sql["id"]}").Append(session.Limit(statement, claim.Take));
            var claimed = new List<Delivery>();
            foreach (var delivery in await session.QueryAsync(statement.Build(), Table.Read, token).ConfigureAwait(false))
            {
                var update = new StatementBuilder("claim a delivery");
                update.Append($"UPDATE {sql.Name} SET {Lease(update, sql, claim, "")} WHERE {sql["id"]} = {update.Value(delivery.Id)} ");
                update.Append($"AND {sql["fence"]} = {update.Value(delivery.Fence)} AND {sql["status"]} = {Waiting}");
                if (await session.ExecuteAsync(update.Build(), token).ConfigureAwait(false) == 1)
                {
                    claimed.Add(delivery with
                    {
                        Attempts = delivery.Attempts + 1,
                        Fence = delivery.Fence + 1,
                        LeasedUntil = claim.Now + claim.Lease,
                    });
                }
            }

            return TransactionOutcome.Commit(claimed);
        },
        cancellationToken);

    private string Due(StatementBuilder statement, TableSql<Delivery> sql, DeliveryClaim claim)
    {
        var now = statement.Value(Instants.Stored(claim.Now));
        var due = $"{sql["status"]} = {Waiting} AND {sql["due_at"]} <= {now} AND ({sql["leased_until"]} IS NULL OR {sql["leased_until"]} <= {now})";
        return claim.Channels.Count == 0 ? due : $"{session.In(statement, sql["channel"], [.. claim.Channels])} AND {due}";
    }

    private static string Lease(StatementBuilder statement, TableSql<Delivery> sql, DeliveryClaim claim, string former) =>
        $"{sql["leased_until"]} = {statement.Value(Instants.Stored(claim.Now + claim.Lease))}, " +
        $"{sql["attempts"]} = {former}{sql["attempts"]} + 1, {sql["fence"]} = {former}{sql["fence"]} + 1";
}
