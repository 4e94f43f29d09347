namespace Invitations.Stores.EntityFramework;

internal sealed class EfBatchStore(EfSession session, IStoreTransaction transaction) : IBatchStore
{
    private static readonly BatchTable Table = InvitationTables.Batches;

    private static readonly Column<StoredBatch>[] Changing = [.. Table.Columns.Where(column => column.Name is not ("id" or "tenant" or "created_at"))];

    public Task<bool> TryAddAsync(StoredBatch batch, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(batch);
        return transaction.ExecuteAsync(
            async token =>
            {
                var added = await RowInserts.AddAsync(session, Table, [batch], static row => row.Batch.Id, token).ConfigureAwait(false);
                if (added.Count > 0)
                    return TransactionOutcome.Commit(true);
                if (batch.IdempotencyKey is { } key && await FindByKeyAsync(batch.Batch.Tenant, key, token).ConfigureAwait(false) is not null)
                    return TransactionOutcome.Commit(false);
                throw new ArgumentException($"The batch {batch.Batch.Id} exists already.", nameof(batch));
            },
            cancellationToken);
    }

    public async Task<StoredBatch?> FindAsync(TenantId tenant, Guid id, CancellationToken cancellationToken)
    {
        var text = session.Model.Text(Table, "find", sql => $"{sql.Select} WHERE {sql["id"]} = @p0 AND {sql["tenant"]} = @p1");
        var found = await session.QueryAsync(new("find a batch", text, id, tenant.Value), Table.Read, cancellationToken).ConfigureAwait(false);
        return found.Count == 0 ? null : found[0];
    }

    public async Task<StoredBatch?> FindByKeyAsync(TenantId tenant, string key, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(key);
        var text = session.Model.Text(Table, "find by key", sql => $"{sql.Select} WHERE {sql["tenant"]} = @p0 AND {sql["caller_key"]} = @p1");
        var found = await session.QueryAsync(new("find a batch by its key", text, tenant.Value, key), Table.Read, cancellationToken).ConfigureAwait(false);
        return found.Count == 0 ? null : found[0];
    }

    public async Task<IReadOnlyList<StoredBatch>> ListAsync(BatchStoreQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        if (query.Take <= 0)
            return [];
        var sql = session.Sql(Table);
        var statement = new StatementBuilder("list batches");
        statement.Append($"{sql.Select} WHERE {sql["tenant"]} = {statement.Value(query.Tenant.Value)} ");
        statement.Append($"AND {session.In(statement, sql["status"], query.Statuses.Select(status => (int)status).ToArray())}");
        if (query.CreatedBy is { } stager)
            statement.Append($" AND {sql["created_by"]} = {statement.Value(stager)}");
        if (query.IsFromSystem is { } isFromSystem)
            statement.Append($" AND {sql["is_from_system"]} = {statement.Value(isFromSystem)}");
        if (query.After is { At: { } at } after)
        {
            var instant = statement.Value(Instants.Stored(at));
            statement.Append(
                $" AND {sql["created_at"]} <= {instant} AND ({sql["created_at"]} < {instant} OR {sql["id"]} < {statement.Value(after.Id)})");
        }

        statement.Append($" ORDER BY {sql["created_at"]} DESC, {sql["id"]} DESC").Append(session.Limit(statement, query.Take));
        return await session.QueryAsync(statement.Build(), Table.Read, cancellationToken).ConfigureAwait(false);
    }

    public async Task<bool> TryChangeAsync(StoredBatch updated, long expectedVersion, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(updated);
        var text = session.Model.Text(Table, "change", ChangeText);
        object?[] values = [.. Changing.Select(column => column.ValueOf(updated)), updated.Batch.Id, updated.Batch.Tenant.Value, expectedVersion];
        var statement = new Statement("change a batch", text, values)
        {
            Types = [.. Changing.Select(column => column.Type), typeof(Guid), typeof(string), typeof(long)],
        };
        return await session.ExecuteAsync(statement, cancellationToken).ConfigureAwait(false) == 1;
    }

    public async Task<IReadOnlyList<StoredBatch>> FindDueAsync(DateTimeOffset now, int take, CancellationToken cancellationToken)
    {
        if (take <= 0)
            return [];
        var sql = session.Sql(Table);
        var statement = new StatementBuilder("find due batches");
        statement.Append($"{sql.Select} WHERE {sql["due_at"]} <= {statement.Value(Instants.Stored(now))} ORDER BY {sql["due_at"]}, {sql["id"]}");
        statement.Append(session.Limit(statement, take));
        return await session.QueryAsync(statement.Build(), Table.Read, cancellationToken).ConfigureAwait(false);
    }

    public async Task<IReadOnlyList<StoredBatch>> FindUnsentAsync(TenantId tenant, DateTimeOffset stagedBy, int take, CancellationToken cancellationToken)
    {
        if (take <= 0)
            return [];
        var sql = session.Sql(Table);
        var statement = new StatementBuilder("find unsent batches");
        statement.Append($"{sql.Select} WHERE {BatchTable.Unsent} AND {sql["tenant"]} = {statement.Value(tenant.Value)} ");
        statement.Append($"AND {sql["staged_at"]} <= {statement.Value(Instants.Stored(stagedBy))} ORDER BY {sql["staged_at"]}, {sql["id"]}");
        statement.Append(session.Limit(statement, take));
        return await session.QueryAsync(statement.Build(), Table.Read, cancellationToken).ConfigureAwait(false);
    }

    public async Task<bool> DeleteAsync(TenantId tenant, Guid id, CancellationToken cancellationToken)
    {
        var text = session.Model.Text(Table, "delete", sql => $"DELETE FROM {sql.Name} WHERE {sql["id"]} = @p0 AND {sql["tenant"]} = @p1");
        return await session.ExecuteAsync(new("delete a batch", text, id, tenant.Value), cancellationToken).ConfigureAwait(false) == 1;
    }

    private static string ChangeText(TableSql<StoredBatch> sql)
    {
        var next = Changing.Length;
        var set = string.Join(", ", Changing.Select((column, i) => $"{sql[column.Name]} = {Statement.Parameter(i)}"));
        return $"UPDATE {sql.Name} SET {set} WHERE {sql["id"]} = {Statement.Parameter(next)} AND {sql["tenant"]} = {Statement.Parameter(next + 1)} " +
            $"AND {sql["version"]} = {Statement.Parameter(next + 2)}";
    }
}
