using System.Data.Common;
using Invitations.Benchmarks.Stores.Raw;
using Invitations.Benchmarks.Stores.Rows;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Invitations.Benchmarks.Stores.Databases;

/// <summary>A file with a write-ahead log, which is what EF Core makes of a new one.</summary>
internal sealed class SqliteBenchmarkDatabase : BenchmarkDatabase
{
    private readonly string _folder = Directory.CreateTempSubdirectory("invitations-sqlite-").FullName;

    public override string Name => "SQLite";

    private string ConnectionString => $"Data Source={Path.Combine(_folder, "benchmark.db")}";

    public static async Task<SqliteBenchmarkDatabase> CreateAsync()
    {
        var database = new SqliteBenchmarkDatabase();
        await database.InitializeAsync();
        return database;
    }

    public override async Task<DbConnection> ConnectAsync()
    {
        var connection = new SqliteConnection(ConnectionString);
        await connection.OpenAsync();
        return connection;
    }

    public override IRawInserts Insert(DbConnection connection, TableRows rows) => new PreparedInserts((SqliteConnection)connection, rows);

    public override async Task<IRawAccepts> OpenAcceptsAsync() => new SqliteRawAccepts((SqliteConnection)await ConnectAsync(), Invitations);

    public override async Task ResetAsync()
    {
        foreach (var table in TableNames)
            await ExecuteAsync($"DELETE FROM {table}");
        await SettleAsync();
    }

    public override Task SettleAsync() => ExecuteAsync("PRAGMA wal_checkpoint(TRUNCATE)");

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    protected override void Configure(DbContextOptionsBuilder options) => options.UseSqlite(ConnectionString);
}
