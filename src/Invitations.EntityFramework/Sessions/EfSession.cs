using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Invitations.Stores.EntityFramework;

/// <summary>Runs the statements of a scope on the connection, and in the transaction, of the host's context.</summary>
/// <remarks>
/// Statements are written by hand and nothing is tracked: the host's change tracker, its pending changes and its interceptors of
/// <c>SaveChanges</c> are never involved.
/// </remarks>
internal sealed class EfSession(DbContext context, DialectChoice dialects, TimeProvider time, ILogger<EfSession>? logger = null)
{
    private readonly ILogger _logger = logger ?? NullLogger<EfSession>.Instance;
    private readonly List<Statement> _deferred = [];

    public DbContext Context => context;

    public TimeProvider Time => time;

    public ILogger Logger => _logger;

    public Dialect Dialect { get; } = dialects.For(context.Database.ProviderName);

    public StoreModel Model => field ??= StoreModel.Of(context);

    /// <summary>The transaction of ours that is under way, or null.</summary>
    public TransactionState? Transaction { get; set; }

    public TableSql<TRow> Sql<TRow>(Table<TRow> table) => Model.Sql(table);

    /// <summary>Runs a statement and gives the number of rows that it changed.</summary>
    public Task<int> ExecuteAsync(Statement statement, CancellationToken cancellationToken) =>
        RunAsync(statement, static (command, token) => command.ExecuteAsync(token), cancellationToken);

    /// <summary>Runs a statement and gives its rows.</summary>
    public Task<List<TRow>> QueryAsync<TRow>(Statement statement, Func<DbDataReader, TRow> read, CancellationToken cancellationToken) =>
        RunAsync(
            statement,
            async (command, token) =>
            {
                var rows = new List<TRow>();
                await command.ReadAsync(reader => rows.Add(read(reader)), token).ConfigureAwait(false);
                return rows;
            },
            cancellationToken);

    /// <summary>
    /// Runs a statement whose outcome nobody waits for: inside a transaction together with the next one, or before the commit, which saves a
    /// round trip to the server.
    /// </summary>
    public Task DeferAsync(Statement statement, CancellationToken cancellationToken)
    {
        if (Transaction is null)
            return ExecuteAsync(statement, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        _deferred.Add(statement);
        return Task.CompletedTask;
    }

    /// <summary>Runs what was deferred.</summary>
    public async Task FlushAsync(CancellationToken cancellationToken)
    {
        if (_deferred.Count == 0)
            return;
        var last = _deferred[^1];
        _deferred.RemoveAt(_deferred.Count - 1);
        await ExecuteAsync(last, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Drops what was deferred: its transaction has rolled back.</summary>
    public void Forget() => _deferred.Clear();

    private async Task<TResult> RunAsync<TResult>(
        Statement statement, Func<SqlCommand, CancellationToken, Task<TResult>> run, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var database = context.Database;
        if (Transaction is not null || database.CurrentTransaction is not null)
            return await RunOnceAsync(statement, run, cancellationToken).ConfigureAwait(false);

        // A statement of its own is a transaction of its own, and is run again after a transient fault as one.
        return await Retries
            .RunAsync(this, token => RunAloneAsync(statement, run, token), cancellationToken)
            .ConfigureAwait(false);
    }

    private async Task<TResult> RunAloneAsync<TResult>(
        Statement statement, Func<SqlCommand, CancellationToken, Task<TResult>> run, CancellationToken cancellationToken)
    {
        using var turn = statement.IsRead ? null : await SqliteWriters.EnterAsync(this, context.Database.GetDbConnection(), cancellationToken).ConfigureAwait(false);
        return await RunOnceAsync(statement, run, cancellationToken).ConfigureAwait(false);
    }

    private async Task<TResult> RunOnceAsync<TResult>(
        Statement statement, Func<SqlCommand, CancellationToken, Task<TResult>> run, CancellationToken cancellationToken)
    {
        var database = context.Database;
        await database.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var command = new SqlCommand(
                database.GetDbConnection(),
                database.CurrentTransaction?.GetDbTransaction(),
                database.GetCommandTimeout(),
                [.. _deferred, statement]);
            _deferred.Clear();
            var result = await run(command, cancellationToken).ConfigureAwait(false);
            foreach (var sent in command.Statements)
                Log.StatementRun(_logger, sent.Name);
            return result;
        }
        finally
        {
            await database.CloseConnectionAsync().ConfigureAwait(false);
        }
    }
}
