namespace Invitations.Stores.EntityFramework;

internal sealed class EfPersonalDataStore(EfSession session, IStoreTransaction transaction) : IPersonalDataStore
{
    private static readonly InvitationTable Table = InvitationTables.Invitations;

    public async Task<IReadOnlyList<TenantId>> ListTenantsAsync(TenantId? after, int take, CancellationToken cancellationToken)
    {
        if (take <= 0)
            return [];
        var sql = session.Sql(Table);
        var statement = new StatementBuilder("list tenants");
        var last = statement.Value(after?.Value ?? "");
        if (session.Dialect is Dialect.Portable)
            statement.Append($"SELECT DISTINCT {sql["tenant"]} FROM {sql.Name} WHERE {sql["tenant"]} > {last} ORDER BY {sql["tenant"]}");
        else
            statement.Append(NextTenants(sql, last));
        statement.Append(session.Limit(statement, take));
        return await session.QueryAsync(statement.Build(), static reader => new TenantId(reader.GetString(0)), cancellationToken).ConfigureAwait(false);
    }

    public async Task<IReadOnlyList<Invitation>> FindByRecipientAsync(
        TenantId? tenant, UniqueKey key, Guid? after, int take, CancellationToken cancellationToken)
    {
        var column = ColumnOf(key.Kind);
        if (take <= 0)
            return [];
        var sql = session.Sql(Table);
        var statement = new StatementBuilder("find the invitations of a person");
        statement.Append($"{sql.Select} WHERE {sql[column]} = {statement.Value(key.Value)}");
        if (tenant is { } one)
            statement.Append($" AND {sql["tenant"]} = {statement.Value(one.Value)}");
        if (after is { } last)
            statement.Append($" AND {sql["id"]} > {statement.Value(last)}");
        statement.Append($" ORDER BY {sql["id"]}").Append(session.Limit(statement, take));
        return await session.QueryAsync(statement.Build(), Table.Read, cancellationToken).ConfigureAwait(false);
    }

    public async Task<IReadOnlyList<InvitationVersion>> FindEndedAsync(EndedQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        if (query.Take <= 0)
            return [];
        var sql = session.Sql(Table);
        var statement = new StatementBuilder("find ended invitations");
        statement.Append($"SELECT {sql["id"]}, {sql["version"]} FROM {sql.Name} WHERE {sql["tenant"]} = {statement.Value(query.Tenant.Value)} ");
        statement.Append($"AND {sql["anonymized_at"]} IS NULL AND {sql["ended_at"]} <= {statement.Value(Instants.Stored(query.EndedBy))} ");
        statement.Append($"AND {session.In(statement, sql["status"], query.Statuses.Select(status => (int)status).ToArray())} ");
        statement.Append($"ORDER BY {sql["ended_at"]}, {sql["id"]}").Append(session.Limit(statement, query.Take));
        return await session
            .QueryAsync(statement.Build(), static reader => new InvitationVersion(reader.GetFieldValue<Guid>(0), reader.GetInt64(1)), cancellationToken)
            .ConfigureAwait(false);
    }

    public Task<int> DeleteDeliveriesAsync(TenantId tenant, DateTimeOffset endedBy, int take, CancellationToken cancellationToken) => RowDeletes.DeleteAsync(
        session,
        transaction,
        InvitationTables.Deliveries,
        (statement, column) => $"{column("tenant")} = {statement.Value(tenant.Value)} AND {column("ended_at")} <= {statement.Value(Instants.Stored(endedBy))} " +
            $"AND {column("status")} <> {(int)DeliveryStatus.Waiting}",
        take,
        cancellationToken);

    public async Task<int> PurgeTenantAsync(TenantId tenant, int take, CancellationToken cancellationToken)
    {
        var left = take;
        foreach (var table in InvitationTables.All.Where(table => table.TenantColumn is not null))
        {
            left -= await RowDeletes
                .DeleteAsync(session, transaction, table, (statement, column) => $"{column(table.TenantColumn!)} = {statement.Value(tenant.Value)}", left, cancellationToken)
                .ConfigureAwait(false);
        }

        return Math.Max(0, take) - Math.Max(0, left);
    }

    /// <summary>Goes from one tenant to the next in the index, without reading what lies between.</summary>
    private static string NextTenants(TableSql<Invitation> sql, string last)
    {
        var tenant = sql["tenant"];
        return $"WITH RECURSIVE found(tenant) AS (SELECT * FROM (SELECT {tenant} FROM {sql.Name} WHERE {tenant} > {last} ORDER BY {tenant} LIMIT 1) AS f " +
            $"UNION ALL SELECT (SELECT i.{tenant} FROM {sql.Name} i WHERE i.{tenant} > found.tenant ORDER BY i.{tenant} LIMIT 1) FROM found WHERE found.tenant IS NOT NULL) " +
            "SELECT tenant FROM found WHERE tenant IS NOT NULL";
    }

    private static string ColumnOf(UniqueKeyKind kind) => kind switch
    {
        UniqueKeyKind.Email => "email",
        UniqueKeyKind.Phone => "phone",
        UniqueKeyKind.Identifier => "identifier_key",
        UniqueKeyKind.User => "user_id",
        _ => throw new ArgumentException($"A recipient has no {kind}.", nameof(kind)),
    };
}
