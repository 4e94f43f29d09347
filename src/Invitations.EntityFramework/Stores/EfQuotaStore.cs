namespace Invitations.Stores.EntityFramework;

/// <summary>Counts messages in windows, and open invitations.</summary>
internal sealed class EfQuotaStore(EfSession session, IStoreTransaction transaction, QuotaTakes takes) : IQuotaStore
{
    private static readonly QuotaTable Table = InvitationTables.Quotas;

    private static readonly TimeSpan LockLives = TimeSpan.FromDays(1);

    public Task<IReadOnlyList<QuotaGrant>> TakeAsync(IReadOnlyList<QuotaRequest> requests, DateTimeOffset now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(requests);
        return takes.TakeAsync(requests, now, cancellationToken);
    }

    public Task GiveBackAsync(IReadOnlyList<QuotaReturn> returns, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(returns);
        return transaction.ExecuteAsync(
            async token =>
            {
                var text = session.Model.Text(
                    Table,
                    "give back",
                    sql => $"UPDATE {sql.Name} SET {sql["taken"]} = CASE WHEN {sql["taken"]} > @p1 THEN {sql["taken"]} - @p1 ELSE 0 END WHERE {sql["counter"]} = @p0");
                foreach (var back in returns)
                    await session.DeferAsync(new("give messages back", text, back.Key, back.Count), token).ConfigureAwait(false);
                return TransactionOutcome.Commit(returns.Count);
            },
            cancellationToken);
    }

    public async Task<IReadOnlyList<QuotaWindow>> FindAsync(IReadOnlyCollection<string> keys, DateTimeOffset now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(keys);
        var found = new List<QuotaWindow>();
        foreach (var some in keys.Chunk(SessionSql.MostParameters - 1))
        {
            var sql = session.Sql(Table);
            var statement = new StatementBuilder("find quotas");
            statement.Append($"{sql.Select} WHERE {session.In(statement, sql["counter"], some)} AND {sql["ends_at"]} > {statement.Value(Instants.Stored(now))}");
            var counters = await session.QueryAsync(statement.Build(), Table.Read, cancellationToken).ConfigureAwait(false);
            found.AddRange(counters.Select(counter => new QuotaWindow(counter.Key, counter.Taken, Instants.Read(counter.EndsAt))));
        }

        return found;
    }

    public Task<int> CountOpenAsync(OpenCount count, CancellationToken cancellationToken) => transaction.ExecuteAsync(
        async token =>
        {
            // A counter of which nothing is taken is the lock of the tenant: the statement after it sees what the former holder wrote.
            await takes.TakeAsync([new($"open:{count.Tenant.Value}", 0, 1, LockLives)], count.Now, token).ConfigureAwait(false);
            var open = await session.QueryAsync(CountOpen(count), static reader => reader.GetInt32(0), token).ConfigureAwait(false);
            return TransactionOutcome.Commit(open[0]);
        },
        cancellationToken);

    public Task<int> PurgeAsync(DateTimeOffset endedBy, int atMost, CancellationToken cancellationToken) => transaction.ExecuteAsync(
        async token =>
        {
            var sql = session.Sql(Table);
            var deleted = 0;
            for (var left = atMost; left > 0;)
            {
                var take = Math.Min(left, SessionSql.MostParameters - 1);
                var find = new StatementBuilder("find ended quotas");
                find.Append($"SELECT {sql["counter"]} FROM {sql.Name} WHERE {sql["ends_at"]} <= {find.Value(Instants.Stored(endedBy))} ORDER BY {sql["ends_at"]}");
                find.Append(session.Limit(find, take));
                var ended = await session.QueryAsync(find.Build(), static reader => reader.GetString(0), token).ConfigureAwait(false);
                if (ended.Count == 0)
                    break;
                var delete = new StatementBuilder("delete ended quotas");
                delete.Append($"DELETE FROM {sql.Name} WHERE {session.In(delete, sql["counter"], [.. ended])} ");
                delete.Append($"AND {sql["ends_at"]} <= {delete.Value(Instants.Stored(endedBy))}");
                deleted += await session.ExecuteAsync(delete.Build(), token).ConfigureAwait(false);
                left -= take;
                if (ended.Count < take)
                    break;
            }

            return TransactionOutcome.Commit(deleted);
        },
        cancellationToken);

    private Statement CountOpen(OpenCount count)
    {
        var sql = session.Sql(InvitationTables.Invitations);
        var statement = new StatementBuilder("count open invitations");
        statement.Append($"SELECT COUNT(*) FROM {sql.Name} WHERE {sql["tenant"]} = {statement.Value(count.Tenant.Value)} AND {OpenInvitations.Condition(sql)} ");
        statement.Append($"AND {sql["expires_at"]} > {statement.Value(Instants.Stored(count.Now))}");
        if (count.InvitedBy is { } inviter)
        {
            statement.Append($" AND {sql["invited_by"]} = {statement.Value(inviter)}");
            statement.Append($" AND {sql["is_from_system"]} = {statement.Value(count.IsFromSystem)}");
        }

        return statement.Build();
    }
}
