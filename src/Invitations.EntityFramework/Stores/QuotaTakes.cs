namespace Invitations.Stores.EntityFramework;

/// <summary>Takes from counters: all by one statement (PostgreSQL), by few (SQLite), or each by its own.</summary>
internal sealed class QuotaTakes(EfSession session, IStoreTransaction transaction)
{
    /// <summary>So many counters a statement are enough for SQLite, where no round trip is saved by more.</summary>
    private const int SqliteRows = 150;

    private static readonly QuotaTable Table = InvitationTables.Quotas;

    public Task<IReadOnlyList<QuotaGrant>> TakeAsync(IReadOnlyList<QuotaRequest> requests, DateTimeOffset now, CancellationToken cancellationToken) =>
        transaction.ExecuteAsync(
            async token =>
            {
                QuotaCounter[] asked = [.. requests.Select(request => QuotaCounter.New(request, now))];
                var counters = new Dictionary<string, QuotaCounter>(asked.Length, StringComparer.Ordinal);
                foreach (var some in asked.Chunk(session.Dialect is Dialect.Sqlite ? SqliteRows : int.MaxValue))
                {
                    var taken = session.Dialect is Dialect.Portable
                        ? await TakePortablyAsync(some, token).ConfigureAwait(false)
                        : await session.QueryAsync(Upsert(some), Table.Read, token).ConfigureAwait(false);
                    foreach (var counter in taken)
                        counters[counter.Key] = counter;
                }

                return TransactionOutcome.Commit<IReadOnlyList<QuotaGrant>>([.. requests.Select(request => GrantOf(counters[request.Key]))]);
            },
            cancellationToken);

    private static QuotaGrant GrantOf(QuotaCounter counter) => new(counter.Granted, counter.Taken, Instants.Read(counter.EndsAt));

    /// <summary>The rows come, and are locked, in the order of the requests.</summary>
    private Statement Upsert(QuotaCounter[] rows)
    {
        var isArrays = session.Dialect is Dialect.PostgreSql;
        var text = session.Model.Text(
            Table,
            isArrays ? "take arrays" : $"take {rows.Length}",
            sql =>
            {
                var insert = isArrays ? sql.InsertArrays : sql.InsertRows(rows.Length);
                var name = $"INSERT INTO {sql.Name}";
                return $"{name} AS t{insert[name.Length..]} ON CONFLICT ({sql["counter"]}) DO UPDATE SET {Set(sql, "t.", column => $"excluded.{sql[column]}")} " +
                    $"RETURNING {sql.Columns}";
            });
        return isArrays
            ? new("take messages", text, [.. Table.Columns.Select(column => column.ValuesOf(rows))])
            : new("take messages", text, [.. rows.SelectMany(row => Table.Columns.Select(column => column.ValueOf(row)))]);
    }

    private async Task<List<QuotaCounter>> TakePortablyAsync(QuotaCounter[] rows, CancellationToken cancellationToken)
    {
        var taken = new List<QuotaCounter>(rows.Length);
        foreach (var row in rows)
        {
            var isThere = await UpdateAsync(row, cancellationToken).ConfigureAwait(false)
                || await TryInsertAsync(row, cancellationToken).ConfigureAwait(false)
                || await UpdateAsync(row, cancellationToken).ConfigureAwait(false);
            if (!isThere)
                throw new InvalidOperationException("The database neither keeps the counter of a quota nor says that it has it.");
            var text = session.Model.Text(Table, "find", sql => $"{sql.Select} WHERE {sql["counter"]} = @p0");
            taken.AddRange(await session.QueryAsync(new("find a quota", text, row.Key), Table.Read, cancellationToken).ConfigureAwait(false));
        }

        return taken;
    }

    private async Task<bool> UpdateAsync(QuotaCounter row, CancellationToken cancellationToken)
    {
        var text = session.Model.Text(Table, "take", sql => $"UPDATE {sql.Name} SET {Set(sql, "", Parameter)} WHERE {sql["counter"]} = @p0");
        return await session.ExecuteAsync(new("take messages", text, [.. Values(row)]), cancellationToken).ConfigureAwait(false) == 1;
    }

    private Task<bool> TryInsertAsync(QuotaCounter row, CancellationToken cancellationToken)
    {
        var statement = new Statement("begin a quota", session.Sql(Table).InsertOne, [.. Values(row)]);
        return RowInserts.TryAsync(session, () => session.ExecuteAsync(statement, cancellationToken), cancellationToken);
    }

    private static IEnumerable<object?> Values(QuotaCounter row) => Table.Columns.Select(column => column.ValueOf(row));

    private static string Parameter(string column) => Statement.Parameter(Table.Columns.First(it => it.Name == column).Index);

    /// <param name="sql">The names.</param>
    /// <param name="former">What stands before a column of the stored row.</param>
    /// <param name="asked">The value that a new counter would have in a column.</param>
    private static string Set(TableSql<QuotaCounter> sql, string former, Func<string, string> asked)
    {
        var (taken, endsAt) = (former + sql["taken"], former + sql["ends_at"]);
        var hasEnded = $"{endsAt} <= {asked("asked_at")}";
        var room = $"CASE WHEN {taken} >= {asked("most")} THEN 0 WHEN {asked("most")} - {taken} < {asked("granted")} THEN {asked("most")} - {taken} " +
            $"ELSE {asked("granted")} END";
        return $"{sql["granted"]} = CASE WHEN {hasEnded} THEN {asked("granted")} ELSE {room} END, " +
            $"{sql["taken"]} = CASE WHEN {hasEnded} THEN {asked("granted")} ELSE {taken} + {room} END, " +
            $"{sql["most"]} = {asked("most")}, {sql["asked_at"]} = {asked("asked_at")}, " +
            $"{sql["ends_at"]} = CASE WHEN {hasEnded} THEN {asked("ends_at")} ELSE {endsAt} END";
    }
}
