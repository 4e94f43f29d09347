using System.Data.Common;
using Invitations.Benchmarks.Stores.Raw;
using Invitations.Benchmarks.Stores.Rows;
using Microsoft.EntityFrameworkCore;

namespace Invitations.Benchmarks.Stores.Databases;

/// <summary>A fresh database with the tables of <see cref="BenchmarkContext"/>, used by us, by plain EF and by raw statements alike.</summary>
internal abstract class BenchmarkDatabase : IAsyncDisposable
{
    protected static readonly string[] TableNames = ["invitations", "invitation_deliveries", "invitation_audit", "memberships", "invitation_batches", "invitation_batch_rows"];

    private StoreHost? _host;
    private DbContextOptions<BenchmarkContext>? _options;

    /// <summary>What it is called in the report.</summary>
    public abstract string Name { get; }

    public StoreHost Host => _host ??= new StoreHost(Configure);

    public TableShape Invitations { get; private set; } = null!;

    public TableShape Deliveries { get; private set; } = null!;

    public abstract Task<DbConnection> ConnectAsync();

    /// <summary>A writer of rows that knows nothing but the table.</summary>
    public abstract IRawInserts Insert(DbConnection connection, TableRows rows);

    /// <summary>A connection that accepts by four statements.</summary>
    public abstract Task<IRawAccepts> OpenAcceptsAsync();

    /// <summary>Empties the tables and lets the database come to rest.</summary>
    public abstract Task ResetAsync();

    /// <summary>Lets the database come to rest after much was written.</summary>
    public abstract Task SettleAsync();

    public BenchmarkContext NewContext() => new(_options ??= OptionsOf());

    public async Task InitializeAsync()
    {
        await using var context = NewContext();
        await context.Database.EnsureCreatedAsync();
        Invitations = TableShape.Of(context, "invitations");
        Deliveries = TableShape.Of(context, "invitation_deliveries");
    }

    /// <summary>Empties the database and fills it with rows, raw.</summary>
    public async Task FillAsync(params TableRows[] tables)
    {
        await ResetAsync();
        await using var connection = await ConnectAsync();
        foreach (var rows in tables)
        {
            await using var inserts = Insert(connection, rows);
            for (var first = 0; first < rows.Values.Count; first += IRawInserts.ChunkSize)
            {
                await using var transaction = await connection.BeginTransactionAsync();
                await inserts.WriteAsync(transaction, first);
                await transaction.CommitAsync();
            }
        }

        await SettleAsync();
    }

    public async Task ExecuteAsync(string sql)
    {
        await using var connection = await ConnectAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 600;
        await command.ExecuteNonQueryAsync();
    }

    public virtual async ValueTask DisposeAsync()
    {
        if (_host is not null)
            await _host.DisposeAsync();
    }

    protected abstract void Configure(DbContextOptionsBuilder options);

    private DbContextOptions<BenchmarkContext> OptionsOf()
    {
        var builder = new DbContextOptionsBuilder<BenchmarkContext>();
        Configure(builder);
        return builder.Options;
    }
}
