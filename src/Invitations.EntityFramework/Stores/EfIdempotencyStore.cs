namespace Invitations.Stores.EntityFramework;

internal sealed class EfIdempotencyStore(EfSession session, IStoreTransaction transaction) : IIdempotencyStore
{
    private static readonly IdempotencyTable Table = InvitationTables.Idempotency;

    public async Task<IdempotencyRecord?> FindAsync(TenantId tenant, string key, int firstRow, CancellationToken cancellationToken)
    {
        var text = session.Model.Text(
            Table, "find", sql => $"{sql.Select} WHERE {sql["tenant"]} = @p0 AND {sql["caller_key"]} = @p1 AND {sql["first_row"]} = @p2");
        var found = await session
            .QueryAsync(new("find an idempotency record", text, tenant.Value, key, firstRow), Table.Read, cancellationToken)
            .ConfigureAwait(false);
        return found.Count == 0 ? null : found[0];
    }

    public async Task<bool> TryAddAsync(IdempotencyRecord record, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(record);
        if (session.Dialect is Dialect.Portable)
            return await TryAddPortablyAsync(record, cancellationToken).ConfigureAwait(false);
        var text = session.Model.Text(Table, "try add", sql => $"{sql.InsertOne} ON CONFLICT DO NOTHING");
        var statement = new Statement("add an idempotency record", text, [.. Table.Columns.Select(column => column.ValueOf(record))]);
        return await session.ExecuteAsync(statement, cancellationToken).ConfigureAwait(false) == 1;
    }

    private Task<bool> TryAddPortablyAsync(IdempotencyRecord record, CancellationToken cancellationToken) => transaction.ExecuteAsync(
        async token =>
        {
            var statement = new Statement("add an idempotency record", session.Sql(Table).InsertOne, [.. Table.Columns.Select(column => column.ValueOf(record))]);
            return TransactionOutcome.Commit(await RowInserts.TryAsync(session, () => session.ExecuteAsync(statement, token), token).ConfigureAwait(false));
        },
        cancellationToken);

    public Task<int> PurgeAsync(DateTimeOffset createdBy, int take, CancellationToken cancellationToken) => RowDeletes.DeleteAsync(
        session,
        transaction,
        Table,
        (statement, column) => $"{column("created_at")} <= {statement.Value(Instants.Stored(createdBy))}",
        take,
        cancellationToken);
}
