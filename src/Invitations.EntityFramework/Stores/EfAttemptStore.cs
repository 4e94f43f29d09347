using System.Data.Common;

namespace Invitations.Stores.EntityFramework;

/// <summary>Counts attempts, each by one conditional statement on the row of its budget.</summary>
internal sealed class EfAttemptStore(EfSession session, IStoreTransaction transaction) : IAttemptStore
{
    /// <summary>Between a refusal and the question until when, the window may end or the row be swept away; then all is asked again.</summary>
    private const int Tries = 10;

    private static readonly AttemptTable Table = InvitationTables.Attempts;

    public async Task<DateTimeOffset?> TryTakeAsync(AttemptRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentOutOfRangeException.ThrowIfLessThan(request.Limit, 1, nameof(request));
        for (var attempt = 1; ; attempt++)
        {
            if (await TakeAsync(request, cancellationToken).ConfigureAwait(false))
                return null;
            if (await WindowEndAsync(request, cancellationToken).ConfigureAwait(false) is { } endsAt)
                return endsAt;
            if (attempt == Tries)
                throw new InvalidOperationException("The database neither takes an attempt nor says until when there is none left.");
        }
    }

    public Task GiveBackAsync(string key, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(key);
        var text = session.Model.Text(
            Table, "give back", sql => $"UPDATE {sql.Name} SET {sql["taken"]} = {sql["taken"]} - 1 WHERE {sql["budget"]} = @p0 AND {sql["taken"]} > 0");
        return session.ExecuteAsync(new("give an attempt back", text, key), cancellationToken);
    }

    public Task<int> PurgeAsync(DateTimeOffset endedBy, int take, CancellationToken cancellationToken) => RowDeletes.DeleteAsync(
        session,
        transaction,
        Table,
        (statement, column) => $"{column("ends_at")} <= {statement.Value(Instants.Stored(endedBy))}",
        take,
        cancellationToken);

    private async Task<bool> TakeAsync(AttemptRequest request, CancellationToken cancellationToken)
    {
        object[] values = [request.Key, Instants.Stored(request.Now + request.Window), Instants.Stored(request.Now), request.Limit];
        if (session.Dialect is Dialect.Portable)
        {
            var update = session.Model.Text(Table, "take", sql => $"UPDATE {sql.Name} SET {Set(sql, "")} WHERE {sql["budget"]} = @p0 AND {HasLeft(sql, "")}");
            return await session.ExecuteAsync(new("take an attempt", update, values), cancellationToken).ConfigureAwait(false) == 1
                || await OpenWindowAsync(request, cancellationToken).ConfigureAwait(false);
        }

        var text = session.Model.Text(
            Table,
            "take or open",
            sql => $"INSERT INTO {sql.Name} AS t ({sql["budget"]}, {sql["ends_at"]}, {sql["taken"]}) VALUES (@p0, @p1, 1) " +
                $"ON CONFLICT ({sql["budget"]}) DO UPDATE SET {Set(sql, "t.")} WHERE {HasLeft(sql, "t.")}");
        return await session.ExecuteAsync(new("take an attempt", text, values), cancellationToken).ConfigureAwait(false) == 1;
    }

    private async Task<bool> OpenWindowAsync(AttemptRequest request, CancellationToken cancellationToken)
    {
        try
        {
            var row = new AttemptWindow(request.Key, Instants.Stored(request.Now + request.Window), Taken: 1);
            var statement = new Statement("open a window of attempts", session.Sql(Table).InsertOne, [.. Table.Columns.Select(column => column.ValueOf(row))]);
            return await session.ExecuteAsync(statement, cancellationToken).ConfigureAwait(false) == 1;
        }
        catch (DbException) when (session.Context.Database.CurrentTransaction is null)
        {
            // The row is there: it has nothing left, or somebody has just made it.
            return false;
        }
    }

    private async Task<DateTimeOffset?> WindowEndAsync(AttemptRequest request, CancellationToken cancellationToken)
    {
        var text = session.Model.Text(
            Table, "window", sql => $"SELECT {sql["ends_at"]} FROM {sql.Name} WHERE {sql["budget"]} = @p0 AND {sql["ends_at"]} > @p1 AND {sql["taken"]} >= @p2");
        var statement = new Statement("find the end of a window of attempts", text, request.Key, Instants.Stored(request.Now), request.Limit);
        var ends = await session.QueryAsync(statement, static reader => reader.GetInt64(0), cancellationToken).ConfigureAwait(false);
        return ends.Count == 0 ? null : Instants.Read(ends[0]);
    }

    private static string Set(TableSql<AttemptWindow> sql, string former) =>
        $"{sql["taken"]} = CASE WHEN {former}{sql["ends_at"]} <= @p2 THEN 1 ELSE {former}{sql["taken"]} + 1 END, " +
        $"{sql["ends_at"]} = CASE WHEN {former}{sql["ends_at"]} <= @p2 THEN @p1 ELSE {former}{sql["ends_at"]} END";

    private static string HasLeft(TableSql<AttemptWindow> sql, string of) => $"({of}{sql["ends_at"]} <= @p2 OR {of}{sql["taken"]} < @p3)";
}
