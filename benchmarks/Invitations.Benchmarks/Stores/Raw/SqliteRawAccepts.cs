using System.Globalization;
using Invitations.Benchmarks.Stores.Databases;
using Invitations.Benchmarks.Stores.Rows;
using Microsoft.Data.Sqlite;

namespace Invitations.Benchmarks.Stores.Raw;

/// <summary>Two prepared statements in a transaction that writes from its beginning.</summary>
internal sealed class SqliteRawAccepts : IRawAccepts
{
    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _update;
    private readonly SqliteCommand _insert;

    public SqliteRawAccepts(SqliteConnection connection, TableShape invitations)
    {
        _connection = connection;
        _update = Command(AcceptSql.UpdateOf(invitations), "@at", "@id", "@user");
        _insert = Command(AcceptSql.Insert, "@tenant", "@user", "@id", "@joined");
    }

    public Task AcceptAsync(Guid invitationId, string userId)
    {
        var now = TimeProvider.System.GetUtcNow();
        using var transaction = _connection.BeginTransaction(deferred: false);
        if (Run(_update, transaction, AcceptSql.Stored(now), invitationId, userId) != 1)
            throw new InvalidOperationException("Nothing was open to accept.");
        Run(_insert, transaction, StoreHost.Tenant.Value, userId, invitationId, now.ToString("O", CultureInfo.InvariantCulture));
        transaction.Commit();
        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    private static int Run(SqliteCommand command, SqliteTransaction transaction, params object[] values)
    {
        command.Transaction = transaction;
        for (var i = 0; i < values.Length; i++)
            command.Parameters[i].Value = values[i];
        return command.ExecuteNonQuery();
    }

    private SqliteCommand Command(string sql, params string[] parameters)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        foreach (var name in parameters)
            command.Parameters.Add(new SqliteParameter(name, null));
        return command;
    }
}
