using System.Data.Common;
using Invitations.Benchmarks.Stores.Raw;
using Invitations.Benchmarks.Stores.Rows;
using Invitations.TestServers;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Invitations.Benchmarks.Stores.Databases;

internal sealed class PostgreSqlBenchmarkDatabase : BenchmarkDatabase
{
    private readonly PostgreSqlDatabase _database;
    private readonly NpgsqlDataSource _source;

    private PostgreSqlBenchmarkDatabase(PostgreSqlDatabase database)
    {
        _database = database;
        ConnectionString = new NpgsqlConnectionStringBuilder(database.ConnectionString) { MaxAutoPrepare = 100, AutoPrepareMinUsages = 2 }.ConnectionString;
        _source = NpgsqlDataSource.Create(ConnectionString);
    }

    public override string Name => "PostgreSQL";

    /// <summary>With prepared statements, as the documentation advises a host.</summary>
    public string ConnectionString { get; }

    public static async Task<PostgreSqlBenchmarkDatabase> CreateAsync(PostgreSqlServer server)
    {
        var database = new PostgreSqlBenchmarkDatabase(await server.CreateDatabaseAsync());
        await database.InitializeAsync();
        return database;
    }

    public override async Task<DbConnection> ConnectAsync() => await _source.OpenConnectionAsync();

    public override IRawInserts Insert(DbConnection connection, TableRows rows) => new UnnestInserts((NpgsqlConnection)connection, rows);

    public override async Task<IRawAccepts> OpenAcceptsAsync() => await PostgreSqlRawAccepts.OpenAsync(await _source.OpenConnectionAsync(), Invitations);

    public override async Task ResetAsync()
    {
        await ExecuteAsync($"TRUNCATE {string.Join(", ", TableNames)}");
        await ExecuteAsync("CHECKPOINT");
    }

    public override async Task SettleAsync()
    {
        await ExecuteAsync("VACUUM ANALYZE");
        await ExecuteAsync("CHECKPOINT");
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await _source.DisposeAsync();
        await _database.DisposeAsync();
    }

    protected override void Configure(DbContextOptionsBuilder options) => options.UseNpgsql(_source);
}
