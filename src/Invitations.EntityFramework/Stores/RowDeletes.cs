namespace Invitations.Stores.EntityFramework;

/// <summary>Deletes a bounded number of rows of a table: by one statement, or found and deleted row by row where the database has no word for it.</summary>
internal static class RowDeletes
{
    /// <param name="session">The session.</param>
    /// <param name="transaction">Runs what needs several statements.</param>
    /// <param name="table">The table.</param>
    /// <param name="condition">Writes which rows, with the columns delimited.</param>
    /// <param name="take">The most rows; none where it is 0 or less.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <param name="order">The column in whose order they go where one statement does it, so that its index is gone along; or null.</param>
    /// <returns>How many were deleted.</returns>
    public static Task<int> DeleteAsync(
        EfSession session,
        IStoreTransaction transaction,
        Table table,
        Func<StatementBuilder, Func<string, string>, string> condition,
        int take,
        CancellationToken cancellationToken,
        string? order = null)
    {
        if (take <= 0)
            return Task.FromResult(0);
        return session.Dialect is Dialect.Portable
            ? transaction.ExecuteAsync(
                async token => TransactionOutcome.Commit(await DeleteEachAsync(session, table, condition, take, token).ConfigureAwait(false)), cancellationToken)
            : session.ExecuteAsync(DeleteChosen(session, table, condition, take, order), cancellationToken);
    }

    private static Statement DeleteChosen(
        EfSession session, Table table, Func<StatementBuilder, Func<string, string>, string> condition, int take, string? order)
    {
        var (name, column) = session.Model.Names(table);
        var statement = new StatementBuilder($"delete from {table.Name}");
        var where = condition(statement, column) + (order is null ? "" : $" ORDER BY {column(order)}");
        var limit = session.Limit(statement, take);

        // What another transaction is just deleting is passed over: two nodes share the work instead of waiting for each other. The array is made once.
        return statement
            .Append(session.Dialect is Dialect.PostgreSql
                ? $"DELETE FROM {name} WHERE ctid = ANY(ARRAY(SELECT ctid FROM {name} WHERE {where}{limit} FOR UPDATE SKIP LOCKED))"
                : $"DELETE FROM {name} WHERE rowid IN (SELECT rowid FROM {name} WHERE {where}{limit})")
            .Build();
    }

    private static async Task<int> DeleteEachAsync(
        EfSession session, Table table, Func<StatementBuilder, Func<string, string>, string> condition, int take, CancellationToken cancellationToken)
    {
        var (name, column) = session.Model.Names(table);
        var find = new StatementBuilder($"find rows of {table.Name} to delete");
        find.Append($"SELECT {string.Join(", ", table.Key.Select(column))} FROM {name} WHERE {condition(find, column)} ORDER BY {column(table.Key[0])}");
        find.Append(session.Limit(find, take));
        var keys = await session
            .QueryAsync(find.Build(), reader => table.Key.Select((_, i) => reader.GetValue(i)).ToArray(), cancellationToken)
            .ConfigureAwait(false);
        var deleted = 0;
        foreach (var key in keys)
        {
            var delete = new StatementBuilder($"delete a row of {table.Name}");
            delete.Append($"DELETE FROM {name} WHERE {string.Join(" AND ", table.Key.Select((part, i) => $"{column(part)} = {delete.Value(key[i])}"))}");
            deleted += await session.ExecuteAsync(delete.Build(), cancellationToken).ConfigureAwait(false);
        }

        return deleted;
    }
}
