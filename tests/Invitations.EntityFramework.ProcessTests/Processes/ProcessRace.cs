using Invitations.EntityFramework.Worker;
using Invitations.TestServers;
using Npgsql;

namespace Invitations.EntityFramework.ProcessTests.Processes;

/// <summary>Lets the callers of several processes go in the same instant: each has its connection open and waits for a lock that the test holds.</summary>
public sealed class ProcessRace : IAsyncLifetime
{
    public const int Rounds = 20;
    public const int Processes = 4;
    public const int CallersOfProcess = 12;

    private NpgsqlConnection? _starter;
    private IReadOnlyList<WorkerProcess> _workers = [];

    /// <summary>The database that the processes share.</summary>
    internal WorkerDatabase Database { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        if (PostgreSqlServer.Unavailable is not null)
            return;
        Database = await WorkerDatabase.CreateAsync(CancellationToken.None);
        _starter = new NpgsqlConnection(Database.Options.ConnectionString);
        await _starter.OpenAsync();
        _workers = await Database.StartWorkersAsync(Processes, CancellationToken.None);
    }

    /// <summary>Gives every process a command that ends in its number of callers, and starts them together.</summary>
    /// <returns>The words of all answers.</returns>
    public async Task<IReadOnlyList<string>> RunAsync(string command, CancellationToken cancellationToken)
    {
        await ExecuteAsync($"SELECT pg_advisory_lock({StartingLine.Key})", cancellationToken);
        var answers = _workers.Select(worker => worker.AskAsync($"{command} {CallersOfProcess}", cancellationToken)).ToList();
        while (await WaitingAsync(cancellationToken) < Processes * CallersOfProcess && !answers.Exists(answer => answer.IsFaulted))
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, cancellationToken);
        await ExecuteAsync($"SELECT pg_advisory_unlock({StartingLine.Key})", cancellationToken);
        return [.. (await Task.WhenAll(answers)).SelectMany(answer => answer.Split(' ', StringSplitOptions.RemoveEmptyEntries))];
    }

    public async ValueTask DisposeAsync()
    {
        if (_starter is null)
            return;
        await _starter.DisposeAsync();
        await Database.DisposeAsync();
    }

    private async Task ExecuteAsync(string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, _starter);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task<long> WaitingAsync(CancellationToken cancellationToken)
    {
        const string Sql =
            "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())";
        await using var command = new NpgsqlCommand(Sql, _starter);
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }
}
