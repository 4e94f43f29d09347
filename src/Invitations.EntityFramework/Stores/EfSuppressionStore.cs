namespace Invitations.Stores.EntityFramework;

internal sealed class EfSuppressionStore(EfSession session, IStoreTransaction transaction) : ISuppressionStore
{
    private static readonly SuppressionTable Table = InvitationTables.Suppressions;

    public Task<int> AddAsync(IReadOnlyList<Suppression> suppressions, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(suppressions);
        return transaction.ExecuteAsync(
            async token => TransactionOutcome.Commit(
                (await RowInserts.AddAsync(session, Table, suppressions, static row => row.Id, token).ConfigureAwait(false)).Count),
            cancellationToken);
    }

    public async Task<IReadOnlyList<Suppression>> FindAsync(
        IReadOnlyCollection<SuppressionScope> scopes, IReadOnlyCollection<string> hashes, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(scopes);
        ArgumentNullException.ThrowIfNull(hashes);
        var sql = session.Sql(Table);
        var found = new List<Suppression>();

        // The scopes are few; of the hashes some databases take no more than so many parameters at once.
        string[] stored = [.. scopes.Select(SuppressionTable.Stored).Distinct(StringComparer.Ordinal)];
        if (stored.Length == 0)
            return found;
        foreach (var some in hashes.Distinct(StringComparer.Ordinal).Chunk(session.Dialect is Dialect.PostgreSql ? int.MaxValue : SessionSql.MostParameters / 2))
        {
            var statement = new StatementBuilder("find suppressed addresses").Append(sql.Select);
            statement.Append($" WHERE {session.In(statement, sql["scope"], stored)} AND {session.In(statement, sql["address_hash"], some)}");
            found.AddRange(await session.QueryAsync(statement.Build(), Table.Read, cancellationToken).ConfigureAwait(false));
        }

        return found;
    }

    public async Task<Suppression?> RemoveAsync(SuppressionScope scope, Guid id, CancellationToken cancellationToken)
    {
        object[] values = [SuppressionTable.Stored(scope), id];
        var find = session.Model.Text(Table, "find one", sql => $"{sql.Select} WHERE {sql["scope"]} = @p0 AND {sql["id"]} = @p1");
        var found = await session.QueryAsync(new("find a suppressed address", find, values), Table.Read, cancellationToken).ConfigureAwait(false);
        if (found.Count == 0)
            return null;
        var delete = session.Model.Text(Table, "remove", sql => $"DELETE FROM {sql.Name} WHERE {sql["scope"]} = @p0 AND {sql["id"]} = @p1");
        var removed = await session.ExecuteAsync(new("remove a suppressed address", delete, values), cancellationToken).ConfigureAwait(false);
        return removed == 1 ? found[0] : null;
    }

    public async Task<IReadOnlyList<Suppression>> ListAsync(SuppressionScope scope, Guid? after, int take, CancellationToken cancellationToken)
    {
        if (take <= 0)
            return [];
        var sql = session.Sql(Table);
        var statement = new StatementBuilder("list suppressed addresses").Append(sql.Select);
        statement.Append($" WHERE {sql["scope"]} = {statement.Value(SuppressionTable.Stored(scope))}");
        if (after is { } id)
            statement.Append($" AND {sql["id"]} > {statement.Value(id)}");
        statement.Append($" ORDER BY {sql["id"]}{session.Limit(statement, take)}");
        return await session.QueryAsync(statement.Build(), Table.Read, cancellationToken).ConfigureAwait(false);
    }
}
