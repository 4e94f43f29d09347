using Invitations.Tests.Hosting;

namespace Invitations.Tests.Batches;

public sealed class ResumedStagingTests : IDisposable
{
    private static readonly BatchStageOptions Keyed = new() { IdempotencyKey = "upload-7" };

    private readonly TestHost _host = new(BatchCalls.Large, options => options.ChunkSize = 500);

    [Fact]
    public async Task Ten_thousand_rows_killed_at_five_thousand_and_run_again_are_ten_thousand_and_none_twice()
    {
        var calls = 0;
        _host.Calls.Before = call => call.Name == "BatchRows.Add" && ++calls == 11 ? throw new IOException("killed") : Task.CompletedTask;
        await Assert.ThrowsAsync<IOException>(() => _host.StageAsync(People.Of(10_000), Keyed));
        Assert.Equal(5_000, (await _host.StoredRowsAsync()).Count);
        _host.Calls.Before = null;

        var result = await _host.StageAsync(People.Of(10_000), Keyed);

        Assert.True(result.Succeeded);
        Assert.Equal(new InvitationBatchCounts(10_000, 0, 0, 0), result.Batch!.Counts);
        var rows = await _host.StoredRowsAsync();
        Assert.Equal(Enumerable.Range(1, 10_000), rows.Select(row => row.Position));
        Assert.Equal(10_000, rows.Select(row => row.Recipient.Email).Distinct().Count());
        Assert.Single(await _host.StoredBatchesAsync());
    }

    [Fact]
    public async Task A_list_that_was_cut_off_in_the_middle_goes_on_where_it_stopped()
    {
        await KilledAfterAsync(_host, 2);
        var staged = await _host.StageAsync(People.Of(1_700), Keyed);

        Assert.Equal(1_700, staged.Batch!.Counts.Waiting);
    }

    [Fact]
    public async Task A_duplicate_of_a_row_of_the_first_call_is_found()
    {
        await KilledAfterAsync(_host, 2);

        var result = await _host.StageAsync([.. People.Of(1_700), new("person3@example.com")], Keyed);

        Assert.Equal(["row.duplicate"], Assert.Single(result.Refused).Codes());
    }

    [Fact]
    public async Task Rows_that_the_first_call_refused_are_reported_by_the_second()
    {
        var options = Keyed with { Mode = BatchMode.ValidRowsOnly };
        Invite[] list = [.. People.Of(600), new("nobody"), .. People.Of(900, 601), new("no one")];
        _host.Calls.Before = call => call.Name == "BatchRows.Add" && _host.Calls.Count(call.Name) == 3 ? throw new IOException("killed") : Task.CompletedTask;
        await Assert.ThrowsAsync<IOException>(() => _host.StageAsync(list, options));
        _host.Calls.Before = null;

        var second = await _host.StageAsync(list, options);
        var third = await _host.StageAsync(list, options);

        Assert.Equal([601, 1_502], second.Refused.Select(row => row.Row));
        Assert.Equal(second.Refused.Select(row => row.ToString()), third.Refused.Select(row => row.ToString()));
        Assert.Equal(second.Batch, third.Batch);
    }

    [Fact]
    public async Task The_same_list_again_is_the_same_batch_whatever_became_of_it()
    {
        var first = await _host.StageAsync(People.Of(700), Keyed);
        await _host.SendAsync(first.Batch!);

        var again = await _host.StageAsync(People.Of(700), Keyed);

        Assert.True(again.Succeeded);
        Assert.Equal((first.Batch!.Id, InvitationBatchStatus.Sent), (again.Batch!.Id, again.Batch.Status));
        Assert.Equal(700, (await _host.ReadAsync()).Invitations.Count);
    }

    [Fact]
    public async Task Another_list_under_the_same_key_is_a_conflict_and_changes_nothing()
    {
        var first = await _host.StageAsync(People.Of(700), Keyed);

        foreach (var other in new[] { People.Of(699), People.Of(701), People.Of(700, 2), [.. People.Of(699), new("other@example.com")], [] })
            Assert.Equal(["idempotency.conflict"], (await _host.StageAsync(other, Keyed)).Errors.Codes());
        Assert.Equal(
            ["idempotency.conflict"], (await _host.StageAsync(People.Of(700), Keyed with { Invite = new() { Language = "nl" } })).Errors.Codes());
        Assert.Equal(["idempotency.conflict"], (await _host.StageAsync(People.Of(700), Keyed, Inviter.OrganizationAdmin("u-other"))).Errors.Codes());

        Assert.Equal(first.Batch, await _host.FindBatchAsync(first.Batch!));
    }

    [Fact]
    public async Task A_batch_that_was_refused_leaves_its_key_free()
    {
        Assert.False((await _host.StageAsync([.. People.Of(600), new("nobody")], Keyed)).Succeeded);

        Assert.True((await _host.StageAsync(People.Of(600), Keyed)).Succeeded);
    }

    [Fact]
    public async Task Two_callers_at_once_under_one_key_stage_each_row_once()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => _host.StageAsync(People.Of(3_000), Keyed))));

        Assert.All(results, result => Assert.True(result.Succeeded));
        Assert.Single(results.Select(result => result.Batch!.Id).Distinct());
        Assert.Equal(Enumerable.Range(1, 3_000), (await _host.StoredRowsAsync()).Select(row => row.Position));
    }

    [Fact]
    public async Task What_nobody_goes_on_with_is_deleted_after_a_week()
    {
        await KilledAfterAsync(_host, 2);
        _host.Clock.Advance(TimeSpan.FromDays(7) - TimeSpan.FromSeconds(1));
        Assert.Equal(0, await _host.MaintainAsync());

        _host.Clock.Advance(TimeSpan.FromSeconds(1));
        while (await _host.MaintainAsync() > 0)
        {
        }

        Assert.Empty(await _host.StoredRowsAsync());
        Assert.Empty(await _host.StoredBatchesAsync());
    }

    public void Dispose() => _host.Dispose();

    private static async Task KilledAfterAsync(TestHost host, int chunks)
    {
        host.Calls.Before = call => call.Name == "BatchRows.Add" && host.Calls.Count(call.Name) > chunks ? throw new IOException("killed") : Task.CompletedTask;
        await Assert.ThrowsAsync<IOException>(() => host.StageAsync(People.Of(1_700), Keyed));
        host.Calls.Before = null;
    }
}
