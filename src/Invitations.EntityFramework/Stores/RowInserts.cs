using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace Invitations.Stores.EntityFramework;

/// <summary>Inserts many rows in few statements.</summary>
internal static class RowInserts
{
    private const string Savepoint = "invitations_rows";

    /// <summary>Inserts all rows; one that is there already is an exception.</summary>
    /// <param name="session">The session.</param>
    /// <param name="table">The table.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public static Task InsertAsync<TRow>(EfSession session, Table<TRow> table, IReadOnlyList<TRow> rows, CancellationToken cancellationToken) =>
        session.DeferAsync(Insert(session, table, rows, ""), cancellationToken);

    /// <summary>Inserts those rows that no unique key of another row keeps out. Inside a transaction.</summary>
    /// <param name="session">The session.</param>
    /// <param name="table">The table.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="id">The id of a row.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The ids of those that went in.</returns>
    public static async Task<HashSet<Guid>> AddAsync<TRow>(
        EfSession session, Table<TRow> table, IReadOnlyList<TRow> rows, Func<TRow, Guid> id, CancellationToken cancellationToken)
    {
        if (session.Dialect is Dialect.Portable)
            return await AddPortablyAsync(session, table, rows, id, cancellationToken).ConfigureAwait(false);

        var statement = Insert(session, table, rows, $" ON CONFLICT DO NOTHING RETURNING {session.Sql(table)["id"]}");
        return [.. await session.QueryAsync(statement, static reader => reader.GetFieldValue<Guid>(0), cancellationToken).ConfigureAwait(false)];
    }

    /// <summary>One statement: with an array a column on PostgreSQL, elsewhere one text that is prepared once and run row by row.</summary>
    private static Statement Insert<TRow>(EfSession session, Table<TRow> table, IReadOnlyList<TRow> rows, string ending)
    {
        var name = $"insert into {table.Name}";
        if (rows.Count > 1 && session.Dialect is Dialect.PostgreSql)
        {
            var arrays = session.Model.Text(table, "insert arrays" + ending, sql => sql.InsertArrays + ending);
            return new(name, arrays, [.. table.Columns.Select(column => column.ValuesOf(rows))]);
        }

        var text = session.Model.Text(table, "insert" + ending, sql => sql.InsertOne + ending);
        return new(name, text, Values(table, rows[0]))
        {
            Types = session.Sql(table).Types,
            More = [.. rows.Skip(1).Select(row => Values(table, row))],
        };
    }

    private static object?[] Values<TRow>(Table<TRow> table, TRow row)
    {
        var values = new object?[table.Columns.Count];
        for (var i = 0; i < values.Length; i++)
            values[i] = table.Columns[i].ValueOf(row);
        return values;
    }

    /// <summary>All at once where nothing is in the way; where something is, one by one, each behind a savepoint.</summary>
    private static async Task<HashSet<Guid>> AddPortablyAsync<TRow>(
        EfSession session, Table<TRow> table, IReadOnlyList<TRow> rows, Func<TRow, Guid> id, CancellationToken cancellationToken)
    {
        var added = new HashSet<Guid>(rows.Count);
        if (await TryAsync(session, () => InsertNowAsync(session, table, rows, cancellationToken), cancellationToken).ConfigureAwait(false))
        {
            added.UnionWith(rows.Select(id));
            return added;
        }

        foreach (var row in rows)
        {
            if (await TryAsync(session, () => InsertNowAsync(session, table, [row], cancellationToken), cancellationToken).ConfigureAwait(false))
                added.Add(id(row));
        }

        return added;
    }

    private static Task<int> InsertNowAsync<TRow>(EfSession session, Table<TRow> table, IReadOnlyList<TRow> rows, CancellationToken cancellationToken) =>
        session.ExecuteAsync(Insert(session, table, rows, ""), cancellationToken);

    /// <summary>Runs a write behind a savepoint.</summary>
    /// <returns>False where the database refused it; then nothing of it is left. Which error means a unique key, every provider says in its own way.</returns>
    public static async Task<bool> TryAsync(EfSession session, Func<Task> write, CancellationToken cancellationToken)
    {
        await session.FlushAsync(cancellationToken).ConfigureAwait(false);
        var current = session.Context.Database.CurrentTransaction!;
        await current.CreateSavepointAsync(Savepoint, cancellationToken).ConfigureAwait(false);
        try
        {
            await write().ConfigureAwait(false);
            await current.ReleaseSavepointAsync(Savepoint, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (DbException exception) when (!Retries.IsConflict(exception))
        {
            await current.RollbackToSavepointAsync(Savepoint, cancellationToken).ConfigureAwait(false);
            return false;
        }
    }
}
