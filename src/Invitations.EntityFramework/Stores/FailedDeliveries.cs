namespace Invitations.Stores.EntityFramework;

/// <summary>Finds deliveries that were given up and are still wanted, and queues them again.</summary>
internal sealed class FailedDeliveries(EfSession session, IStoreTransaction transaction)
{
    private const int Failed = (int)DeliveryStatus.Failed;

    private const int Accepted = (int)DeliveryPurpose.Accepted;

    private static readonly DeliveryTable Table = InvitationTables.Deliveries;

    public async Task<IReadOnlyList<Delivery>> ListAsync(FailedDeliveryQuery query, DeliveryKeyset? after, CancellationToken cancellationToken)
    {
        if (query.Take <= 0)
            return [];
        var sql = session.Sql(Table);
        var statement = new StatementBuilder("list failed deliveries");
        statement.Append($"SELECT {sql.ColumnsOfT} FROM {sql.Name} t WHERE {Condition(statement, query)}");
        if (after is { } place)
        {
            var (endedAt, id) = (statement.Value(Instants.Stored(place.EndedAt)), statement.Value(place.Id));
            statement.Append($" AND (t.{sql["ended_at"]} > {endedAt} OR (t.{sql["ended_at"]} = {endedAt} AND t.{sql["id"]} > {id}))");
        }

        statement.Append(Order(sql)).Append(session.Limit(statement, query.Take));
        return await session.QueryAsync(statement.Build(), Table.Read, cancellationToken).ConfigureAwait(false);
    }

    public async Task<int> RequeueAsync(FailedDeliveryQuery query, CancellationToken cancellationToken)
    {
        if (query.Take <= 0)
            return 0;
        if (session.Dialect is Dialect.Portable)
            return await RequeuePortablyAsync(query, cancellationToken).ConfigureAwait(false);

        var sql = session.Sql(Table);
        var statement = new StatementBuilder("queue failed deliveries again");
        var isPostgreSql = session.Dialect is Dialect.PostgreSql;
        statement.Append($"UPDATE {sql.Name} SET {Queued(statement, sql, query)} WHERE {sql["id"]} {(isPostgreSql ? "= ANY(ARRAY(" : "IN (")}");
        statement.Append($"SELECT t.{sql["id"]} FROM {sql.Name} t WHERE {Condition(statement, query)}{Order(sql)}{session.Limit(statement, query.Take)}");
        statement.Append(isPostgreSql ? " FOR UPDATE SKIP LOCKED))" : ")");
        return await session.ExecuteAsync(statement.Build(), cancellationToken).ConfigureAwait(false);
    }

    private Task<int> RequeuePortablyAsync(FailedDeliveryQuery query, CancellationToken cancellationToken) => transaction.ExecuteAsync(
        async token =>
        {
            var (sql, queued) = (session.Sql(Table), 0);
            foreach (var delivery in await ListAsync(query, null, token).ConfigureAwait(false))
            {
                var update = new StatementBuilder("queue a failed delivery again");
                update.Append($"UPDATE {sql.Name} SET {Queued(update, sql, query)} WHERE {sql["id"]} = {update.Value(delivery.Id)} AND {sql["status"]} = {Failed}");
                queued += await session.ExecuteAsync(update.Build(), token).ConfigureAwait(false);
            }

            return TransactionOutcome.Commit(queued);
        },
        cancellationToken);

    private string Condition(StatementBuilder statement, FailedDeliveryQuery query)
    {
        var (sql, invitations) = (session.Sql(Table), session.Sql(InvitationTables.Invitations));
        var conditions = new List<string> { $"t.{sql["status"]} = {Failed}" };
        if (query.Tenant is { } tenant)
            conditions.Add($"t.{sql["tenant"]} = {statement.Value(tenant.Value)}");
        if (query.Channel is { } channel)
            conditions.Add($"t.{sql["channel"]} = {statement.Value(channel)}");
        if (query.Since is { } since)
            conditions.Add($"t.{sql["ended_at"]} >= {statement.Value(Instants.Stored(since))}");
        if (query.Until is { } until)
            conditions.Add($"t.{sql["ended_at"]} <= {statement.Value(Instants.Stored(until))}");
        conditions.Add(
            $"EXISTS (SELECT 1 FROM {invitations.Name} i WHERE i.{invitations["id"]} = t.{sql["invitation_id"]} AND i.{invitations["tenant"]} = t.{sql["tenant"]} " +
            $"AND ((t.{sql["purpose"]} = {Accepted} AND i.{invitations["status"]} = {(int)InvitationStatus.Accepted} AND i.{invitations["anonymized_at"]} IS NULL) " +
            $"OR (t.{sql["purpose"]} <> {Accepted} AND i.{invitations["status"]} = {(int)InvitationStatus.Pending} " +
            $"AND i.{invitations["secret_version"]} = t.{sql["secret_version"]} " +
            $"AND i.{invitations["expires_at"]} > {statement.Value(Instants.Stored(query.Now))})))");
        return string.Join(" AND ", conditions);
    }

    private static string Queued(StatementBuilder statement, TableSql<Delivery> sql, FailedDeliveryQuery query) =>
        $"{sql["status"]} = {(int)DeliveryStatus.Waiting}, {sql["due_at"]} = {statement.Value(Instants.Stored(query.Now))}, {sql["attempts"]} = 0, " +
        $"{sql["leased_until"]} = NULL, {sql["ended_at"]} = NULL, {sql["last_error"]} = NULL, " +
        $"{sql["reported"]} = NULL, {sql["reported_at"]} = NULL";

    private static string Order(TableSql<Delivery> sql) => $" ORDER BY t.{sql["ended_at"]}, t.{sql["id"]}";
}
