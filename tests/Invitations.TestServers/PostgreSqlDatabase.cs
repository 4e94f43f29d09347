using Npgsql;

namespace Invitations.TestServers;

/// <summary>A fresh database of a <see cref="PostgreSqlServer"/>, dropped when it is disposed of.</summary>
public sealed class PostgreSqlDatabase : IAsyncDisposable
{
    private readonly PostgreSqlServer _server;

    internal PostgreSqlDatabase(PostgreSqlServer server, string name, string connectionString)
    {
        _server = server;
        Name = name;
        ConnectionString = connectionString;
    }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>How to connect; a pool of its own, up to 220 connections.</summary>
    public string ConnectionString { get; }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await using (var connection = new NpgsqlConnection(ConnectionString))
            NpgsqlConnection.ClearPool(connection);
        await _server.DropDatabaseAsync(Name);
    }
}
