namespace Invitations.Stores.EntityFramework;

internal sealed class EfBatchRowStore(EfSession session, IStoreTransaction transaction) : IBatchRowStore
{
    private const int Waiting = (int)BatchRowStatus.Waiting;

    private static readonly BatchRowTable Table = InvitationTables.BatchRows;

    public Task AddAsync(IReadOnlyList<StoredBatchRow> rows, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return AllOrNothing.InsertAsync(session, Table, rows, cancellationToken);
    }

    public async Task<IReadOnlyList<StoredBatchRow>> ListAsync(BatchRowQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        if (query.Take <= 0)
            return [];
        var sql = session.Sql(Table);
        var statement = new StatementBuilder("list rows of a batch").Append($"{sql.Select} WHERE ");
        statement.Append(Conditions(statement, sql, query)).Append($" ORDER BY {sql["position"]}").Append(session.Limit(statement, query.Take));
        return await session.QueryAsync(statement.Build(), Table.Read, cancellationToken).ConfigureAwait(false);
    }

    public Task<int> ReportAsync(TenantId tenant, Guid batchId, IReadOnlyList<BatchRowReport> reports, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reports);
        if (reports.Count == 0)
            return Task.FromResult(0);
        if (session.Dialect is Dialect.PostgreSql)
            return session.ExecuteAsync(ReportAll(tenant, batchId, reports), cancellationToken);
        return transaction.ExecuteAsync(
            async token =>
            {
                var written = 0;
                foreach (var group in reports.GroupBy(report => report.Status is BatchRowStatus.Waiting))
                    written += await session.ExecuteAsync(ReportEach(tenant, batchId, [.. group], group.Key), token).ConfigureAwait(false);
                return TransactionOutcome.Commit(written);
            },
            cancellationToken);
    }

    public async Task<int> DropAsync(BatchRowQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        query = query with { Statuses = [BatchRowStatus.Waiting] };
        if (query.Take <= 0)
            return 0;
        if (session.Dialect is Dialect.Portable)
        {
            var found = await ListAsync(query, cancellationToken).ConfigureAwait(false);
            BatchRowReport[] reports = [.. found.Select(row => new BatchRowReport(row.Position, BatchRowStatus.Dropped))];
            return await ReportAsync(query.Tenant, query.BatchId, reports, cancellationToken).ConfigureAwait(false);
        }

        var sql = session.Sql(Table);
        var statement = new StatementBuilder("let go of rows of a batch");
        statement.Append($"UPDATE {sql.Name} SET {sql["status"]} = {(int)BatchRowStatus.Dropped}, {sql["outcome"]} = NULL, {sql["invitation_id"]} = NULL, ");
        statement.Append($"{sql["errors"]} = NULL, {Emptied(sql)} WHERE {sql["tenant"]} = {statement.Value(query.Tenant.Value)} ");
        statement.Append($"AND {sql["batch_id"]} = {statement.Value(query.BatchId)} AND {sql["status"]} = {Waiting} ");
        statement.Append($"AND {sql["position"]} IN (SELECT {sql["position"]} FROM {sql.Name} WHERE {Conditions(statement, sql, query)} ");
        statement.Append($"ORDER BY {sql["position"]}{session.Limit(statement, query.Take)})");
        return await session.ExecuteAsync(statement.Build(), cancellationToken).ConfigureAwait(false);
    }

    public Task<int> DeleteAsync(TenantId tenant, Guid batchId, int take, CancellationToken cancellationToken) => RowDeletes.DeleteAsync(
        session,
        transaction,
        Table,
        (statement, column) => $"{column("tenant")} = {statement.Value(tenant.Value)} AND {column("batch_id")} = {statement.Value(batchId)}",
        take,
        cancellationToken,
        order: "position");

    public async Task<IReadOnlyList<StoredBatchRow>> FindByRecipientAsync(
        TenantId? tenant, UniqueKey key, StoredBatchRow? after, int take, CancellationToken cancellationToken)
    {
        var column = RecipientColumns<StoredBatchRow>.ColumnOf(key.Kind);
        if (take <= 0)
            return [];
        var sql = session.Sql(Table);
        var statement = new StatementBuilder("find the rows of a person");
        statement.Append($"{sql.Select} WHERE {sql[column]} = {statement.Value(key.Value)}");
        if (tenant is { } one)
            statement.Append($" AND {sql["tenant"]} = {statement.Value(one.Value)}");
        if (after is not null)
        {
            var batch = statement.Value(after.BatchId);
            statement.Append($" AND ({sql["batch_id"]} > {batch} OR ({sql["batch_id"]} = {batch} AND {sql["position"]} > {statement.Value(after.Position)}))");
        }

        statement.Append($" ORDER BY {sql["batch_id"]}, {sql["position"]}").Append(session.Limit(statement, take));
        return await session.QueryAsync(statement.Build(), Table.Read, cancellationToken).ConfigureAwait(false);
    }

    private string Conditions(StatementBuilder statement, TableSql<StoredBatchRow> sql, BatchRowQuery query)
    {
        var conditions = new List<string>
        {
            $"{sql["tenant"]} = {statement.Value(query.Tenant.Value)}",
            $"{sql["batch_id"]} = {statement.Value(query.BatchId)}",
            $"{sql["position"]} > {statement.Value(query.After)}",
        };
        if (query.Statuses.Count > 0)
            conditions.Add(session.In(statement, sql["status"], query.Statuses.Select(status => (int)status).ToArray()));
        if (query.Groups.Count > 0)
            conditions.Add($"({string.Join(" OR ", query.Groups.Select(group => session.Contains(statement, sql["grant_groups"], TextList.Entry(group))))})");
        return string.Join(" AND ", conditions);
    }

    private Statement ReportAll(TenantId tenant, Guid batchId, IReadOnlyList<BatchRowReport> reports)
    {
        var text = session.Model.Text(
            Table,
            "report all",
            sql => $"UPDATE {sql.Name} AS t SET {sql["status"]} = n.status, {sql["outcome"]} = n.outcome, {sql["invitation_id"]} = n.invitation, {sql["errors"]} = n.errors, " +
                string.Join(", ", Table.WaitingColumns.Select(column => $"{sql[column]} = CASE WHEN n.status = {Waiting} THEN t.{sql[column]} END")) +
                " FROM unnest(@p2::integer[], @p3::integer[], @p4::integer[], @p5::uuid[], @p6::text[]) AS n(position, status, outcome, invitation, errors) " +
                $"WHERE t.{sql["tenant"]} = @p0 AND t.{sql["batch_id"]} = @p1 AND t.{sql["position"]} = n.position AND t.{sql["status"]} = {Waiting}");
        return new(
            "report on rows of a batch",
            text,
            tenant.Value,
            batchId,
            reports.Select(report => report.Position).ToArray(),
            reports.Select(report => (int)report.Status).ToArray(),
            reports.Select(report => (int?)report.Outcome).ToArray(),
            reports.Select(report => report.InvitationId).ToArray(),
            reports.Select(report => report.Errors).ToArray());
    }

    /// <summary>One text that is prepared once and run row by row.</summary>
    private Statement ReportEach(TenantId tenant, Guid batchId, IReadOnlyList<BatchRowReport> reports, bool isWaiting)
    {
        var text = session.Model.Text(
            Table,
            isWaiting ? "report waiting" : "report left",
            sql => $"UPDATE {sql.Name} SET {sql["status"]} = @p3, {sql["outcome"]} = @p4, {sql["invitation_id"]} = @p5, {sql["errors"]} = @p6{(isWaiting ? "" : ", " + Emptied(sql))} " +
                $"WHERE {sql["tenant"]} = @p0 AND {sql["batch_id"]} = @p1 AND {sql["position"]} = @p2 AND {sql["status"]} = {Waiting}");
        object?[] ValuesOf(BatchRowReport report) =>
            [tenant.Value, batchId, report.Position, (int)report.Status, (int?)report.Outcome, report.InvitationId, report.Errors];
        return new("report on a row of a batch", text, ValuesOf(reports[0]))
        {
            Types = [typeof(string), typeof(Guid), typeof(int), typeof(int), typeof(int?), typeof(Guid?), typeof(string)],
            More = [.. reports.Skip(1).Select(ValuesOf)],
        };
    }

    private static string Emptied(TableSql<StoredBatchRow> sql) => string.Join(", ", Table.WaitingColumns.Select(column => $"{sql[column]} = NULL"));
}
