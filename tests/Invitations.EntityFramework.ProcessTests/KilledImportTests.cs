using Invitations.EntityFramework.ProcessTests.Processes;

namespace Invitations.EntityFramework.ProcessTests;

public sealed class KilledImportTests
{
    private const int Rows = 10_000;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_import_that_is_killed_again_and_again_invites_everybody_once()
    {
        await using var database = await WorkerDatabase.CreateAsync(Cancellation);
        foreach (var row in (int[])[1_500, 5_000, 8_500])
        {
            var killed = await database.StartWorkerAsync(node => node, Cancellation);
            await killed.TellAsync($"import {Rows} night-shift");
            await killed.ReadAsync($"rows {row}", Cancellation);
            await killed.KillAsync(Cancellation);
            Assert.InRange(await CountAsync(database, "invitations"), row, Rows - 1);
        }

        var last = await database.StartWorkerAsync(node => node, Cancellation);
        await last.TellAsync($"import {Rows} night-shift");
        Assert.Equal($"invited {Rows}", await last.ReadAsync("invited", Cancellation));

        Assert.Equal(Rows, await CountAsync(database, "invitations"));
        Assert.Equal(Rows, await database.ReadAsync<long>("SELECT count(DISTINCT key_email) FROM invitations", Cancellation));
        Assert.Equal(Rows, await database.ReadAsync<long>("SELECT count(DISTINCT invitation_id) FROM invitation_deliveries", Cancellation));
        Assert.Equal(Rows, await CountAsync(database, "invitation_deliveries"));
        Assert.Equal(Rows, await CountAsync(database, "invitation_audit"));
        Assert.Equal(1, await database.ReadAsync<long>("SELECT count(DISTINCT batch_id) FROM invitations", Cancellation));
    }

    private static async Task<int> CountAsync(WorkerDatabase database, string table) =>
        (int)await database.ReadAsync<long>($"SELECT count(*) FROM {table}", Cancellation);
}
