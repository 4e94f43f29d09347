using Invitations.Tests.Hosting;

namespace Invitations.Tests.Batches;

public sealed class CutOffSendingTests : IDisposable
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    private readonly TestHost _host = new(BatchCalls.Large, options => options.ChunkSize = 10);

    [Fact]
    public async Task A_node_that_dies_has_sent_each_row_once_or_not_at_all_and_another_sends_the_rest()
    {
        var batch = await _host.StagedAsync(45);
        await DieAsync(batch, after: 2);
        Assert.Equal(20, (await _host.ReadAsync()).Invitations.Count);
        Assert.Equal(0, await _host.MaintainAsync());
        Assert.Equal(["batch.being_sent"], (await _host.SendAsync(batch)).Errors.Codes());

        _host.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(26, await _host.MaintainAsync());

        Assert.Equal(InvitationBatchStatus.Sent, (await _host.FindBatchAsync(batch))!.Status);
        await AssertEachOnceAsync(45);
    }

    [Fact]
    public async Task Somebody_who_sends_again_after_the_node_has_died_sends_the_rest()
    {
        var batch = await _host.StagedAsync(45);
        await DieAsync(batch, after: 3);
        _host.Clock.Advance(TimeSpan.FromMinutes(2));

        var result = await _host.SendAsync(batch);

        Assert.Equal(new BatchProgress(15, 15, 0), result.Counts);
        await AssertEachOnceAsync(45);
    }

    [Fact]
    public async Task A_node_that_was_taken_for_dead_sends_nothing_more()
    {
        var batch = await _host.StagedAsync(25);
        var isFrozen = false;
        _host.Calls.Clear();
        _host.Calls.Before = async call =>
        {
            // The first node stands still between reading its second chunk and writing it, for longer than its claim lasts.
            if (call.Name != "Invitations.FindOpen" || _host.Calls.Count(call.Name) != 2 || isFrozen)
                return;
            isFrozen = true;
            _host.Clock.Advance(TimeSpan.FromMinutes(3));
            await TakeOverAsync(batch);
        };

        var result = await _host.SendAsync(batch);

        Assert.True(isFrozen);
        Assert.Equal(["batch.stopped"], result.Errors.Codes());
        Assert.Equal(new BatchProgress(10, 10, 0), result.Counts);
        _host.Calls.Before = null;
        Assert.Equal(10, (await _host.ReadAsync()).Invitations.Count);
        _host.Clock.Advance(TimeSpan.FromMinutes(2));
        await _host.MaintainAsync();
        await AssertEachOnceAsync(25);
    }

    [Fact]
    public async Task Whoever_gives_up_waiting_stops_it_and_the_rest_waits()
    {
        var batch = await _host.StagedAsync(45);
        using var cancellation = new CancellationTokenSource();
        _host.Calls.Before = call => call.Name == "BatchRows.List" && _host.Calls.Count(call.Name) == 3 ? cancellation.CancelAsync() : Task.CompletedTask;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _host.SendAsync(batch, cancellation: cancellation.Token));
        _host.Calls.Before = null;

        var stopped = await _host.FindBatchAsync(batch);
        Assert.Equal((InvitationBatchStatus.Staged, new InvitationBatchCounts(25, 20, 0, 0)), (stopped!.Status, stopped.Counts));
        _host.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(0, await _host.MaintainAsync());
        Assert.Equal(25, (await _host.SendAsync(batch)).Counts.Done);
        await AssertEachOnceAsync(45);
    }

    [Fact]
    public async Task Somebody_else_stops_it_after_the_present_chunk()
    {
        var batch = await _host.StagedAsync(45);
        var isStopped = false;
        _host.Calls.Before = async call =>
        {
            if (call.Name != "BatchRows.List" || _host.Calls.Count(call.Name) != 3 || isStopped)
                return;
            isStopped = true;
            Assert.True((await _host.OnBatchesAsync(it => it.CancelAsync(TestHost.Acme, batch.Id, TestHost.Admin, Cancel))).Succeeded);
        };

        var result = await _host.SendAsync(batch);

        Assert.Equal(["batch.stopped"], result.Errors.Codes());
        Assert.Equal(new BatchProgress(20, 20, 0), result.Counts);
        Assert.Equal(new InvitationBatchCounts(25, 20, 0, 0), result.Batch!.Counts);
        Assert.Equal(20, (await _host.ReadAsync()).Invitations.Count);
    }

    [Fact]
    public async Task A_new_name_does_not_stop_it()
    {
        var batch = await _host.StagedAsync(45);
        var isRenamed = false;
        _host.Calls.Before = async call =>
        {
            if (call.Name != "BatchRows.List" || _host.Calls.Count(call.Name) != 3 || isRenamed)
                return;
            isRenamed = true;
            await _host.OnBatchesAsync(it => it.RenameAsync(TestHost.Acme, batch.Id, "Night shift", TestHost.Admin, Cancel));
        };

        var result = await _host.SendAsync(batch);

        Assert.Equal((new BatchProgress(45, 45, 0), "Night shift"), (result.Counts, result.Batch!.Name));
        await AssertEachOnceAsync(45);
    }

    [Fact]
    public async Task Of_fifty_senders_at_once_one_sends_each_row_once()
    {
        for (var round = 0; round < 20; round++)
        {
            using var host = new TestHost(BatchCalls.Large, options => options.ChunkSize = 10);
            var batch = await host.StagedAsync(30);

            var results = await Accepting.Fixture.Race.RunAsync(Enumerable.Repeat(() => Task.Run(() => host.SendAsync(batch)), 50));

            Assert.Equal(30, results.Sum(result => result.Counts.Done));
            Assert.Equal(30, (await host.ReadAsync()).Invitations.Select(it => it.Recipient.Email).Distinct().Count());
            Assert.Equal(30, (await host.ReadAsync()).Deliveries.Count);
        }
    }

    public void Dispose() => _host.Dispose();

    private async Task DieAsync(InvitationBatch batch, int after)
    {
        var chunks = 0;
        _host.Calls.Before = call => call.Name == "BatchRows.Report" && ++chunks > after ? throw new IOException("killed") : Task.CompletedTask;
        await Assert.ThrowsAsync<IOException>(() => _host.SendAsync(batch));
        _host.Calls.Before = null;
    }

    /// <summary>What the claim of another node does; it dies at once.</summary>
    private async Task TakeOverAsync(InvitationBatch batch)
    {
        var stored = Assert.Single(await _host.StoredBatchesAsync());
        var taken = stored with { Claim = Guid.NewGuid(), DueAt = _host.Clock.GetUtcNow() + TimeSpan.FromMinutes(2), Batch = stored.Batch with { Version = stored.Batch.Version + 1 } };
        Assert.Equal(batch.Id, taken.Batch.Id);
        Assert.True(await _host.RunAsync<Invitations.Stores.IBatchStore, bool>(store => store.TryChangeAsync(taken, stored.Batch.Version, Cancel)));
    }

    private async Task AssertEachOnceAsync(int count)
    {
        var content = await _host.ReadAsync();
        Assert.Equal(Enumerable.Range(1, count).Select(People.Email).Order(), content.Invitations.Select(it => it.Recipient.Email).Order());
        Assert.Equal(count, content.Deliveries.Count);
        Assert.All(await _host.StoredRowsAsync(), row => Assert.Equal(BatchRowStatus.Sent, row.Status));
    }
}
