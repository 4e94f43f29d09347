using Invitations.EntityFramework.ProcessTests.Processes;
using Invitations.EntityFramework.Worker;
using Invitations.Stores;
using Invitations.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Invitations.EntityFramework.ProcessTests.Plans;

/// <summary>200,000 invitations of one tenant with deliveries and trail, a batch of half as many rows among 2,000 others, and a node whose connections tell how the server ran each statement.</summary>
public sealed class LargeDatabase : IAsyncLifetime
{
    public const int Invitations = 200_000;

    private const int ChunkSize = 2_000;
    private const int Others = 3_000;
    private const int Batches = 2_000;
    private const int BatchRows = 100_000;

    private const string Explaining =
        "-c session_preload_libraries=auto_explain -c auto_explain.log_min_duration=0 -c auto_explain.log_format=json " +
        "-c auto_explain.log_analyze=on -c auto_explain.log_timing=off -c auto_explain.log_level=notice -c client_min_messages=notice";

    private WorkerDatabase? _database;
    private ServiceProvider? _explained;

    /// <summary>The tenant of all rows.</summary>
    public static TenantId Tenant => WorkerHost.Tenant;

    /// <summary>Some of the stored invitations, open ones and ended ones.</summary>
    public IReadOnlyList<Invitation> Samples { get; private set; } = [];

    /// <summary>Some of the waiting deliveries.</summary>
    public IReadOnlyList<Delivery> SampleDeliveries { get; private set; } = [];

    /// <summary>The batch that has rows.</summary>
    public StoredBatch Batch { get; } = SampleBatches.Full(Tenant);

    public async ValueTask InitializeAsync()
    {
        if (TestServers.PostgreSqlServer.Unavailable is not null)
            return;
        _database = await WorkerDatabase.CreateAsync(CancellationToken.None);
        for (var first = 0; first < Invitations; first += ChunkSize)
            await FillAsync(first);
        await FillOthersAsync();
        await FillBatchesAsync();
        await using var connection = new NpgsqlConnection(_database.Options.ConnectionString);
        await connection.OpenAsync();
        await using var analyze = new NpgsqlCommand("VACUUM ANALYZE", connection);
        await analyze.ExecuteNonQueryAsync();

        var explaining = new NpgsqlConnectionStringBuilder(_database.Options.ConnectionString) { Options = Explaining };
        _explained = WorkerHost.Build(_database.Options with { ConnectionString = explaining.ConnectionString });
    }

    /// <summary>Calls a store and listens to how the server runs what it asks for.</summary>
    internal async Task<IReadOnlyList<QueryPlan>> ExplainAsync<TStore>(Func<TStore, Task> call)
        where TStore : notnull
    {
        Assert.SkipUnless(TestServers.PostgreSqlServer.Unavailable is null, TestServers.PostgreSqlServer.Unavailable ?? "");
        var plans = new List<QueryPlan>();
        await using var scope = _explained!.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<WorkerContext>();
        ((NpgsqlConnection)context.Database.GetDbConnection()).Notice += (_, told) =>
        {
            if (QueryPlan.Parse(told.Notice.MessageText) is { } plan)
                plans.Add(plan);
        };
        await call(scope.ServiceProvider.GetRequiredService<TStore>());
        return plans;
    }

    public async ValueTask DisposeAsync()
    {
        if (_explained is not null)
            await _explained.DisposeAsync();
        if (_database is not null)
            await _database.DisposeAsync();
    }

    /// <summary>One in five is open; the others were accepted long ago.</summary>
    private static Invitation Row(int number)
    {
        var at = SampleInvitations.Now.AddSeconds(number);
        var row = SampleInvitations.Pending(Tenant, $"person{number}@example.com") with
        {
            CreatedAt = at,
            ExpiresAt = at.AddDays(7),
            ReminderDueAt = at.AddDays(3),
            CodeLookup = $"lookup-{number}",
            CodeLength = 10,
            InvitedBy = $"user-{number % 100}",
            Profile = new() { FirstName = $"First {number}", LastName = $"Last {number}", EmployeeId = $"E{number}" },
        };
        return number % 5 == 0 ? row : row with { Status = InvitationStatus.Accepted, EndedAt = at.AddDays(1), AcceptedBy = $"user-{number}", ReminderDueAt = null };
    }

    private async Task FillAsync(int first)
    {
        var invitations = Enumerable.Range(first, ChunkSize).Select(Row).ToList();
        var deliveries = invitations.ConvertAll(invitation =>
        {
            var delivery = Testing.SampleDeliveries.Waiting(invitation, DeliveryChannels.Email);
            return invitation.Status is InvitationStatus.Pending ? delivery : delivery with { Status = DeliveryStatus.Sent, EndedAt = invitation.EndedAt };
        });
        if (first == 0)
        {
            Samples = invitations;
            SampleDeliveries = deliveries.FindAll(delivery => delivery.Status is DeliveryStatus.Waiting);
        }

        var entries = invitations.ConvertAll(invitation => SampleRecords.Entry(invitation));
        await _database!.CallAsync<IInvitationStore, int>(async store => (await store.AddAsync(invitations, CancellationToken.None)).Count);
        await _database.CallAsync<IDeliveryStore, int>(async store =>
        {
            await store.AddAsync(deliveries, CancellationToken.None);
            return 0;
        });
        await _database.CallAsync<IAuditStore, int>(async store =>
        {
            await store.AppendAsync(entries, CancellationToken.None);
            return 0;
        });
    }

    private async Task FillOthersAsync()
    {
        await _database!.CallAsync<IIdempotencyStore, int>(async store =>
        {
            for (var number = 0; number < Others; number++)
                await store.TryAddAsync(SampleRecords.Record(Tenant, $"key-{number}"), CancellationToken.None);
            return 0;
        });
        await _database.CallAsync<IAttemptStore, int>(async store =>
        {
            for (var number = 0; number < Others; number++)
                await store.TryTakeAsync(new($"caller-{number}", 5, TimeSpan.FromMinutes(15), SampleInvitations.Now), CancellationToken.None);
            return 0;
        });
    }

    /// <summary>One in a hundred is due, and one in a hundred has rows that nobody has sent.</summary>
    private async Task FillBatchesAsync()
    {
        await _database!.CallAsync<IBatchStore, int>(async store =>
        {
            await store.TryAddAsync(Batch, CancellationToken.None);
            for (var number = 0; number < Batches; number++)
            {
                var batch = SampleBatches.Staged(Tenant);
                var at = SampleInvitations.Now.AddSeconds(number);
                await store.TryAddAsync(
                    batch with
                    {
                        Batch = batch.Batch with { CreatedAt = at, StagedAt = at, Counts = new(number % 100 == 1 ? 1 : 0, 1, 0, 0) },
                        DueAt = number % 100 == 0 ? at : null,
                    },
                    CancellationToken.None);
            }

            return 0;
        });
        for (var first = 1; first <= BatchRows; first += ChunkSize)
        {
            StoredBatchRow[] rows =
                [.. Enumerable.Range(first, ChunkSize).Select(i => SampleBatches.Row(Batch, i) with { Recipient = new() { Email = $"row{i}@example.com" }, Groups = i % 2 == 0 ? ["even"] : [] })];
            await _database.CallAsync<IBatchRowStore, int>(async store =>
            {
                await store.AddAsync(rows, CancellationToken.None);
                return 0;
            });
        }
    }
}
