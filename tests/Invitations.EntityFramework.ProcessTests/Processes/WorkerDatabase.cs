using Invitations.EntityFramework.Worker;
using Invitations.TestServers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Invitations.EntityFramework.ProcessTests.Processes;

/// <summary>A database on PostgreSQL, the nodes that share it, and a node inside the process of the test.</summary>
internal sealed class WorkerDatabase : IAsyncDisposable
{
    private readonly PostgreSqlDatabase _database;
    private readonly List<WorkerProcess> _workers = [];
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("invitations-sent-");

    private WorkerDatabase(PostgreSqlDatabase database)
    {
        _database = database;
        Options = new() { ConnectionString = database.ConnectionString };
        Services = WorkerHost.Build(Options);
    }

    /// <summary>What every node has in common.</summary>
    public WorkerOptions Options { get; }

    /// <summary>The node of the test itself.</summary>
    public ServiceProvider Services { get; }

    /// <summary>Makes a database, on the server that the tests share or on one of the test's own.</summary>
    public static async Task<WorkerDatabase> CreateAsync(CancellationToken cancellationToken, PostgreSqlServer? server = null)
    {
        Assert.SkipUnless(PostgreSqlServer.Unavailable is null, PostgreSqlServer.Unavailable ?? "");
        server ??= await PostgreSqlServer.SharedAsync();
        var database = new WorkerDatabase(await server.CreateDatabaseAsync(cancellationToken));
        await using var scope = database.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<WorkerContext>().Database.EnsureCreatedAsync(cancellationToken);
        return database;
    }

    /// <summary>Starts further nodes.</summary>
    public async Task<IReadOnlyList<WorkerProcess>> StartWorkersAsync(int count, CancellationToken cancellationToken) =>
        await Task.WhenAll(Enumerable.Range(0, count).Select(_ => StartWorkerAsync(node => node, cancellationToken)));

    /// <summary>Starts a further node that differs from the others.</summary>
    public async Task<WorkerProcess> StartWorkerAsync(Func<WorkerOptions, WorkerOptions> configure, CancellationToken cancellationToken)
    {
        var worker = await WorkerProcess.StartAsync(configure(Options), cancellationToken);
        lock (_workers)
            _workers.Add(worker);
        return worker;
    }

    /// <summary>Calls a service of the node of the test.</summary>
    public async Task<TResult> CallAsync<TService, TResult>(Func<TService, Task<TResult>> call)
        where TService : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        return await call(scope.ServiceProvider.GetRequiredService<TService>());
    }

    /// <summary>Invites somebody and takes the token.</summary>
    public async Task<(Guid Id, string Token)> InviteAsync(string email, CancellationToken cancellationToken)
    {
        var invited = await CallAsync<IInvitationService, InviteResult>(
            service => service.InviteAsync(WorkerHost.Tenant, new Invite(email), WorkerHost.Admin, cancellationToken: cancellationToken));
        var shown = await CallAsync<IInvitationAdministration, ShowSecretResult>(
            service => service.ShowSecretAsync(WorkerHost.Tenant, invited.InvitationId!.Value, WorkerHost.Admin, cancellationToken));
        return (invited.InvitationId!.Value, shown.Secrets!.Token);
    }

    /// <summary>Invites many people.</summary>
    public async Task<BulkInviteResult> InviteManyAsync(int count, CancellationToken cancellationToken)
    {
        var people = Enumerable.Range(1, count).Select(number => new Invite($"person{number}@example.com")).ToList();
        return await CallAsync<IInvitationService, BulkInviteResult>(
            service => service.InviteManyAsync(WorkerHost.Tenant, people, WorkerHost.Admin, cancellationToken: cancellationToken));
    }

    /// <summary>Reads one value.</summary>
    public async Task<T> ReadAsync<T>(string sql, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(Options.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        return (T)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    /// <summary>A file for what a channel has sent.</summary>
    public string NewSentFile() => Path.Combine(_folder.FullName, Path.GetRandomFileName());

    /// <summary>What all channels have sent: the id of the delivery, once for each time.</summary>
    public async Task<IReadOnlyList<Guid>> SentAsync(CancellationToken cancellationToken)
    {
        var sent = new List<Guid>();
        foreach (var file in _folder.EnumerateFiles())
            sent.AddRange((await File.ReadAllLinesAsync(file.FullName, cancellationToken)).Select(line => Guid.Parse(line.Split(' ')[0])));
        return sent;
    }

    /// <summary>What all channels have sent: the id of the delivery with the token, once for each time.</summary>
    public async Task<IReadOnlyList<string>> SentLinesAsync(CancellationToken cancellationToken)
    {
        var sent = new List<string>();
        foreach (var file in _folder.EnumerateFiles())
            sent.AddRange(await File.ReadAllLinesAsync(file.FullName, cancellationToken));
        return sent;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var worker in _workers)
            await worker.DisposeAsync();
        await Services.DisposeAsync();
        await _database.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
