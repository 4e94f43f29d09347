using Invitations.Tests.Hosting;

namespace Invitations.Tests.Batches;

public sealed class TakingBackTests : IDisposable
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    private readonly TestHost _host = new(BatchCalls.Large with { Groups = [new("london", "London"), new("paris", "Paris")] }, options => options.ChunkSize = 10);

    [Fact]
    public async Task Withdrawing_revokes_what_was_sent_and_is_open_and_lets_go_of_what_waits()
    {
        var batch = (await _host.StageAsync([.. People.Of(15).Select(it => new Invite(it.Email!) { Groups = ["london"] }), .. People.Of(15, 16)])).Batch!;
        await _host.InviteAsync(new Invite("somebody@example.com"));
        await _host.SendAsync(batch, new() { Groups = ["london"] });
        await EndOneAsync(InvitationStatus.Declined);

        var result = await _host.OnBatchesAsync(it => it.WithdrawAsync(TestHost.Acme, batch.Id, TestHost.Admin, null, Cancel));

        Assert.True(result.Succeeded);
        Assert.Equal(new BulkChangeProgress(14, 14, 0, 0), result.Revoked);
        Assert.Equal((InvitationBatchStatus.Withdrawn, new InvitationBatchCounts(0, 15, 0, 15)), (result.Batch!.Status, result.Batch.Counts));
        var content = await _host.ReadAsync();
        Assert.Equal("somebody@example.com", Assert.Single(content.Invitations, it => it.Status is InvitationStatus.Pending).Recipient.Email);
        Assert.Equal(14, content.Invitations.Count(it => it.Status is InvitationStatus.Revoked));
        Assert.All(await _host.StoredRowsAsync(), row => Assert.Equal((null, true), (row.Content, row.Recipient.IsAnyone)));
        Assert.Equal(["batch.withdrawn"], (await _host.SendAsync(batch)).Errors.Codes());
        Assert.True((await _host.OnBatchesAsync(it => it.WithdrawAsync(TestHost.Acme, batch.Id, TestHost.Admin, null, Cancel))).Succeeded);
    }

    [Fact]
    public async Task What_a_row_was_merged_into_was_somebodys_before_and_stays()
    {
        var earlier = await _host.InviteAsync(new Invite("ana@example.com") { Groups = ["london"] });
        var batch = (await _host.StageAsync(
            [new("ana@example.com") { Groups = ["paris"] }, new("bob@example.com")], new() { Invite = new() { WhenAlreadyInvited = WhenAlreadyInvited.MergeGrant } })).Batch!;
        await _host.SendAsync(batch);
        Assert.Equal(earlier.InvitationId, (await _host.RowsAsync(batch))[0].InvitationId);

        var result = await _host.OnBatchesAsync(it => it.WithdrawAsync(TestHost.Acme, batch.Id, TestHost.Admin, null, Cancel));

        Assert.Equal(1, result.Revoked.Done);
        Assert.Equal("ana@example.com", Assert.Single((await _host.ReadAsync()).Invitations, it => it.Status is InvitationStatus.Pending).Recipient.Email);
    }

    [Fact]
    public async Task Withdrawing_while_it_is_sent_leaves_nothing_open()
    {
        var batch = await _host.StagedAsync(45);
        var isWithdrawn = false;
        _host.Calls.Before = async call =>
        {
            if (call.Name != "BatchRows.List" || _host.Calls.Count(call.Name) != 3 || isWithdrawn)
                return;
            isWithdrawn = true;
            await _host.OnBatchesAsync(it => it.WithdrawAsync(TestHost.Acme, batch.Id, TestHost.Admin, null, Cancel));
        };

        var sent = await _host.SendAsync(batch);

        Assert.Equal(["batch.stopped"], sent.Errors.Codes());
        Assert.DoesNotContain((await _host.ReadAsync()).Invitations, it => it.Status is InvitationStatus.Pending);
    }

    [Fact]
    public async Task A_batch_of_which_nothing_was_sent_is_deleted_with_its_rows()
    {
        var batch = await _host.StagedAsync(25);
        await _host.SendAsync(batch, new() { At = _host.Clock.GetUtcNow() + TimeSpan.FromDays(1) });

        var deleted = await _host.OnBatchesAsync(it => it.DeleteAsync(TestHost.Acme, batch.Id, TestHost.Admin, Cancel));

        Assert.Equal(batch.Id, deleted.Batch!.Id);
        Assert.Empty(await _host.StoredBatchesAsync());
        Assert.Empty(await _host.StoredRowsAsync());
        Assert.Equal(["batch.unknown"], (await _host.SendAsync(batch)).Errors.Codes());
        Assert.Equal(AuditAction.BatchDeleted, (await _host.TrailAsync(batch))[^1]);
    }

    [Fact]
    public async Task A_batch_of_which_something_was_sent_is_not_deleted()
    {
        var batch = (await _host.StageAsync([new("ana@example.com") { Groups = ["london"] }, new("bob@example.com")])).Batch!;
        await _host.SendAsync(batch, new() { Groups = ["london"] });

        Assert.Equal(["batch.already_sent"], (await _host.OnBatchesAsync(it => it.DeleteAsync(TestHost.Acme, batch.Id, TestHost.Admin, Cancel))).Errors.Codes());
        Assert.Equal(2, (await _host.RowsAsync(batch)).Count);
    }

    [Fact]
    public async Task A_deletion_that_was_cut_off_is_finished_by_maintenance_and_nobody_sees_it_meanwhile()
    {
        var batch = await _host.StagedAsync(25);
        _host.Calls.Before = call => call.Name == "BatchRows.Delete" ? throw new IOException("killed") : Task.CompletedTask;
        await Assert.ThrowsAsync<IOException>(() => _host.OnBatchesAsync(it => it.DeleteAsync(TestHost.Acme, batch.Id, TestHost.Admin, Cancel)));
        _host.Calls.Before = null;
        Assert.Null(await _host.FindBatchAsync(batch));

        while (await _host.MaintainAsync() > 1)
        {
        }

        Assert.Empty(await _host.StoredBatchesAsync());
        Assert.Empty(await _host.StoredRowsAsync());
    }

    [Fact]
    public async Task A_batch_gets_another_name()
    {
        var batch = await _host.StagedAsync(1);

        var renamed = await _host.OnBatchesAsync(it => it.RenameAsync(TestHost.Acme, batch.Id, "Day shift", TestHost.Admin, Cancel));
        var tooLong = await _host.OnBatchesAsync(it => it.RenameAsync(TestHost.Acme, batch.Id, new('x', 201), TestHost.Admin, Cancel));

        Assert.Equal(("Day shift", batch.Version + 1), (renamed.Batch!.Name, renamed.Batch.Version));
        Assert.Equal(["text.too_long"], tooLong.Errors.Codes());
        Assert.Equal("Day shift", (await _host.FindBatchAsync(batch))!.Name);
    }

    [Fact]
    public async Task Batches_are_listed_page_by_page_the_newest_first()
    {
        for (var i = 1; i <= 5; i++)
        {
            await _host.StageAsync(People.Of(1), new() { Name = $"Batch {i}" });
            _host.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        var (names, cursor) = (new List<string?>(), default(string?));
        do
        {
            var page = await _host.OnBatchesAsync(it => it.ListAsync(TestHost.Acme, TestHost.Admin, new() { PageSize = 2, Cursor = cursor }, Cancel));
            names.AddRange(page.Items.Select(batch => batch.Name));
            cursor = page.NextCursor;
        }
        while (cursor is not null);

        Assert.Equal(["Batch 5", "Batch 4", "Batch 3", "Batch 2", "Batch 1"], names);
        Assert.Equal(["cursor.invalid"], (await _host.OnBatchesAsync(it => it.ListAsync(TestHost.Acme, TestHost.Admin, new() { Cursor = "?" }, Cancel))).Errors.Codes());
    }

    [Fact]
    public async Task Rows_are_listed_page_by_page_in_their_order()
    {
        var batch = await _host.StagedAsync(25);
        var (positions, next) = (new List<int>(), (int?)0);
        while (next is { } after)
        {
            var page = await _host.OnBatchesAsync(it => it.ListRowsAsync(TestHost.Acme, batch.Id, TestHost.Admin, new() { PageSize = 10, After = after }, Cancel));
            positions.AddRange(page.Items.Select(row => row.Position));
            next = page.Next;
        }

        Assert.Equal(Enumerable.Range(1, 25), positions);
    }

    public void Dispose() => _host.Dispose();

    private async Task EndOneAsync(InvitationStatus status)
    {
        var one = (await _host.ReadAsync()).Invitations.First(it => it.Recipient.Email == People.Email(3));
        var ended = one with { Status = status, EndedAt = _host.Clock.GetUtcNow(), Version = one.Version + 1 };
        await _host.RunAsync<Invitations.Stores.IInvitationStore, IReadOnlyList<Invitations.Stores.ChangeOutcome>>(store =>
            store.ChangeAsync([new() { Updated = ended, ExpectedStatus = one.Status, ExpectedVersion = one.Version }], Cancel));
    }
}
