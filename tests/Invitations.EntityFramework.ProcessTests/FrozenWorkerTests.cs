using Invitations.EntityFramework.ProcessTests.Processes;

namespace Invitations.EntityFramework.ProcessTests;

public sealed class FrozenWorkerTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_worker_that_was_frozen_past_its_lease_cannot_write_over_its_successor()
    {
        await using var database = await WorkerDatabase.CreateAsync(Cancellation);
        await database.InviteManyAsync(1, Cancellation);
        var frozen = await database.StartWorkerAsync(node => node with { HangAt = 1 }, Cancellation);
        await frozen.TellAsync("dispatch");
        await frozen.ReadAsync("hangs", Cancellation);
        await frozen.FreezeAsync(Cancellation);

        var successor = await database.StartWorkerAsync(node => node with { Ahead = TimeSpan.FromHours(1) }, Cancellation);
        Assert.Equal("1", await successor.AskAsync("dispatch", Cancellation));
        var written = await RowAsync(database);

        await frozen.ThawAsync(Cancellation);
        Assert.Equal("1", await frozen.AskAsync("go on", Cancellation));
        Assert.Equal(written, await RowAsync(database));
        Assert.Contains("\"attempts\":2,", written, StringComparison.Ordinal);
        Assert.Contains("\"fence\":2,", written, StringComparison.Ordinal);
    }

    private static Task<string> RowAsync(WorkerDatabase database) =>
        database.ReadAsync<string>("SELECT row_to_json(d)::text FROM invitation_deliveries d", Cancellation);
}
