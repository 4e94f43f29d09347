using Invitations.EntityFramework.Worker;
using Invitations.TestServers;
using Npgsql;

namespace Invitations.EntityFramework.ProcessTests.Processes;

/// <summary>Nodes that run the hosted dispatcher on one database, and what their provider got.</summary>
internal sealed class DispatchingNodes : IAsyncDisposable
{
    private readonly WorkerDatabase _database;
    private readonly Func<WorkerOptions, WorkerOptions> _configure;

    private DispatchingNodes(WorkerDatabase database, Func<WorkerOptions, WorkerOptions> configure)
    {
        _database = database;
        _configure = configure;
    }

    /// <summary>Queues messages and starts nodes.</summary>
    public static async Task<DispatchingNodes> StartAsync(
        int nodes, int messages, Func<WorkerOptions, WorkerOptions> configure, CancellationToken cancellationToken, PostgreSqlServer? server = null)
    {
        var database = await WorkerDatabase.CreateAsync(cancellationToken, server);
        await database.InviteManyAsync(messages, cancellationToken);
        var running = new DispatchingNodes(database, configure);
        for (var node = 0; node < nodes; node++)
            await running.AddAsync(cancellationToken);
        return running;
    }

    public List<WorkerProcess> Nodes { get; } = [];

    public async Task<WorkerProcess> AddAsync(CancellationToken cancellationToken)
    {
        var file = _database.NewSentFile();
        var node = await _database.StartWorkerAsync(options => _configure(options) with { SentFile = file }, cancellationToken);
        await node.AskAsync("serve", cancellationToken);
        Nodes.Add(node);
        return node;
    }

    /// <summary>Waits until so many messages are written down as sent.</summary>
    public async Task UntilSentAsync(int messages, CancellationToken cancellationToken)
    {
        while (await CountSentAsync(cancellationToken) < messages)
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, cancellationToken);
    }

    /// <summary>What the provider got: the id of the delivery and the token, once for each time.</summary>
    public Task<IReadOnlyList<string>> SentAsync(CancellationToken cancellationToken) => _database.SentLinesAsync(cancellationToken);

    public Task<T> ReadAsync<T>(string sql, CancellationToken cancellationToken) => _database.ReadAsync<T>(sql, cancellationToken);

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    private async Task<long> CountSentAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await _database.ReadAsync<long>($"SELECT count(*) FROM invitation_deliveries WHERE status = {(int)DeliveryStatus.Sent}", cancellationToken);
        }
        catch (NpgsqlException)
        {
            // The server is just restarting.
            return 0;
        }
    }
}
