using Invitations.EntityFramework.ProcessTests.Processes;

namespace Invitations.EntityFramework.ProcessTests;

public sealed class KilledDispatcherTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    // A worker sends one message at a time: that one is in flight.
    [Fact]
    public async Task A_worker_that_dies_after_the_providers_yes_costs_one_more_message_with_the_same_id()
    {
        await using var database = await WorkerDatabase.CreateAsync(Cancellation);
        await database.InviteManyAsync(200, Cancellation);
        var doubtful = new List<Guid>();
        foreach (var message in (int[])[1, 7, 25, 40])
        {
            var worker = await database.StartWorkerAsync(node => node with { SentFile = database.NewSentFile(), HangAt = message }, Cancellation);
            await worker.TellAsync("dispatch");
            var hanging = await worker.ReadAsync("hangs", Cancellation);
            doubtful.Add(Guid.Parse(hanging.Split(' ')[1]));
            await worker.KillAsync(Cancellation);
        }

        await FinishAsync(database);

        var sent = await database.SentAsync(Cancellation);
        var twice = sent.CountBy(id => id).Where(count => count.Value > 1).ToDictionary();
        Assert.Equal(200, sent.Distinct().Count());
        Assert.Equal(doubtful.Order(), twice.Keys.Order());
        Assert.All(twice.Values, times => Assert.Equal(2, times));
    }

    [Fact]
    public async Task Workers_that_die_at_any_moment_leave_no_message_unsent()
    {
        const int Kills = 6;
        await using var database = await WorkerDatabase.CreateAsync(Cancellation);
        await database.InviteManyAsync(1_000, Cancellation);
        for (var kill = 0; kill < Kills; kill++)
        {
            var file = database.NewSentFile();
            var worker = await database.StartWorkerAsync(node => node with { SentFile = file }, Cancellation);
            await worker.TellAsync("dispatch");
            var least = Random.Shared.Next(5, 100);
            while (!File.Exists(file) || new FileInfo(file).Length < least * 100)
                await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System, Cancellation);
            await worker.KillAsync(Cancellation);
        }

        await FinishAsync(database);

        var sent = await database.SentAsync(Cancellation);
        Assert.Equal(1_000, sent.Distinct().Count());
        Assert.InRange(sent.Count, 1_000, 1_000 + Kills);
    }

    /// <summary>A node for which the leases of the dead have run out does the rest.</summary>
    private static async Task FinishAsync(WorkerDatabase database)
    {
        var last = await database.StartWorkerAsync(node => node with { SentFile = database.NewSentFile(), Ahead = TimeSpan.FromHours(1) }, Cancellation);
        await last.AskAsync("dispatch", Cancellation);
        Assert.Equal(0L, await database.ReadAsync<long>($"SELECT count(*) FROM invitation_deliveries WHERE status <> {(int)DeliveryStatus.Sent}", Cancellation));
    }
}
