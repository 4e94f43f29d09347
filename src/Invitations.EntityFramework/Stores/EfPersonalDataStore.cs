namespace Invitations.Stores.EntityFramework;

internal sealed class EfPersonalDataStore(EfSession session, IStoreTransaction transaction) : IPersonalDataStore
{
    private static readonly InvitationTable Table = InvitationTables.Invitations;

    public async Task<IReadOnlyList<TenantId>> ListTenantsAsync(TenantId? after, int take, CancellationToken cancellationToken)
    {
        if (take <= 0)
            return [];
        var (invitations, batches) = (session.Sql(Table), session.Sql(InvitationTables.Batches));
        var (statement, tenant) = (new StatementBuilder("list tenants"), invitations["tenant"]);
        var last = statement.Value(after?.Value ?? "");
        if (session.Dialect is Dialect.Portable)
        {
            statement.Append($"SELECT {tenant} FROM (SELECT {tenant} FROM {invitations.Name} WHERE {tenant} > {last} ");
            statement.Append($"UNION SELECT {tenant} FROM {batches.Name} WHERE {tenant} > {last}) AS t ORDER BY {tenant}");
        }
        else
        {
            // Each half stops after as many as are asked for.
            var most = session.Limit(statement, take);
            statement.Append($"WITH RECURSIVE a(tenant) AS ({NextTenants("a", invitations.Name, tenant, last)}), b(tenant) AS ({NextTenants("b", batches.Name, tenant, last)}) ");
            statement.Append($"SELECT tenant FROM (SELECT tenant FROM (SELECT tenant FROM a WHERE tenant IS NOT NULL{most}) AS x ");
            statement.Append($"UNION SELECT tenant FROM (SELECT tenant FROM b WHERE tenant IS NOT NULL{most}) AS y) AS t ORDER BY tenant");
        }

        statement.Append(session.Limit(statement, take));
        return await session.QueryAsync(statement.Build(), static reader => new TenantId(reader.GetString(0)), cancellationToken).ConfigureAwait(false);
    }

    public async Task<IReadOnlyList<Invitation>> FindByRecipientAsync(
        TenantId? tenant, UniqueKey key, Guid? after, int take, CancellationToken cancellationToken)
    {
        var column = RecipientColumns<Invitation>.ColumnOf(key.Kind);
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
    private static string NextTenants(string found, string table, string tenant, string last) =>
        $"SELECT * FROM (SELECT {tenant} FROM {table} WHERE {tenant} > {last} ORDER BY {tenant} LIMIT 1) AS f " +
        $"UNION ALL SELECT (SELECT i.{tenant} FROM {table} i WHERE i.{tenant} > {found}.tenant ORDER BY i.{tenant} LIMIT 1) FROM {found} WHERE {found}.tenant IS NOT NULL";
}
