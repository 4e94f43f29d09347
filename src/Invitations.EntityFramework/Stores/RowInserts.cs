using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace Invitations.Stores.EntityFramework;

/// <summary>Inserts many rows in few statements.</summary>
internal static class RowInserts
{
    /// <summary>So many parameters a statement are enough for SQLite, where no round trip is saved by more.</summary>
    private const int SqliteParameters = 900;

    private const string Savepoint = "invitations_rows";

    /// <summary>Inserts all rows; one that is there already is an exception.</summary>
    /// <param name="session">The session.</param>
    /// <param name="table">The table.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public static async Task InsertAsync<TRow>(EfSession session, Table<TRow> table, IReadOnlyList<TRow> rows, CancellationToken cancellationToken)
    {
        foreach (var statement in Statements(session, table, rows, ""))
            await session.DeferAsync(statement, cancellationToken).ConfigureAwait(false);
    }

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

        var added = new HashSet<Guid>(rows.Count);
        var sql = session.Sql(table);
        foreach (var statement in Statements(session, table, rows, $" ON CONFLICT DO NOTHING RETURNING {sql["id"]}"))
            added.UnionWith(await session.QueryAsync(statement, static reader => reader.GetFieldValue<Guid>(0), cancellationToken).ConfigureAwait(false));
        return added;
    }

    /// <summary>Cuts rows into statements of an even size, so that the database sees few different texts.</summary>
    private static IEnumerable<Statement> Statements<TRow>(EfSession session, Table<TRow> table, IReadOnlyList<TRow> rows, string ending)
    {
        var name = $"insert into {table.Name}";
        if (rows.Count > 1 && session.Dialect is Dialect.PostgreSql)
        {
            var text = session.Model.Text(table, "insert arrays" + ending, sql => sql.InsertArrays + ending);
            yield return new(name, text, [.. table.Columns.Select(column => column.ValuesOf(rows))]);
            yield break;
        }

        var most = session.Dialect is Dialect.Sqlite ? SqliteParameters : SessionSql.MostParameters;
        foreach (var some in rows.Chunk(Math.Max(1, most / table.Columns.Count)))
        {
            var text = session.Model.Text(table, $"insert {some.Length}{ending}", sql => sql.InsertRows(some.Length) + ending);
            yield return new(name, text, [.. some.SelectMany(row => table.Columns.Select(column => column.ValueOf(row)))]);
        }
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

    private static async Task InsertNowAsync<TRow>(EfSession session, Table<TRow> table, IReadOnlyList<TRow> rows, CancellationToken cancellationToken)
    {
        foreach (var statement in Statements(session, table, rows, ""))
            await session.ExecuteAsync(statement, cancellationToken).ConfigureAwait(false);
    }

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
