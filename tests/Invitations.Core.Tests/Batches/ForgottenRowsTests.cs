using Invitations.Tests.Hosting;

namespace Invitations.Tests.Batches;

/// <summary>Everything that lists or ends what is kept about people, inviters, groups and tenants finds what waits in batches too.</summary>
public sealed class ForgottenRowsTests : IDisposable
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    private readonly TestHost _host = new(BatchCalls.Large with { Groups = [new("london", "London"), new("paris", "Paris")] }, options => options.ChunkSize = 10);

    [Fact]
    public async Task A_persons_waiting_rows_are_exported_and_erased_and_never_sent()
    {
        var batch = await _host.StagedAsync(5);
        var person = new PersonQuery { Email = "Person3@example.com" };

        var export = await _host.RunAsync<IPersonalData, PersonalDataExport>(it => it.ExportAsync(TestHost.Acme, person, "dpo", Cancel));
        var erasure = await _host.RunAsync<IPersonalData, PersonalDataErasure>(it => it.EraseAsync(TestHost.Acme, person, "dpo", Cancel));

        Assert.Equal((batch.Id, People.Email(3)), (Assert.Single(export.BatchRows).BatchId, export.BatchRows[0].Invite!.Email));
        Assert.Equal(1, erasure.Dropped);
        Assert.Equal(new InvitationBatchCounts(4, 0, 0, 1), (await _host.FindBatchAsync(batch))!.Counts);
        Assert.Equal((BatchRowStatus.Dropped, null), ((await _host.StoredRowsAsync())[2].Status, (await _host.StoredRowsAsync())[2].Content));
        Assert.Equal(4, (await _host.SendAsync(batch)).Counts.Done);
        Assert.DoesNotContain((await _host.ReadAsync()).Invitations, it => it.Recipient.Email == People.Email(3));
    }

    [Fact]
    public async Task A_person_who_is_erased_while_the_batch_is_sent_is_not_invited()
    {
        var batch = await _host.StagedAsync(25);
        var isErased = false;
        _host.Calls.Before = async call =>
        {
            if (call.Name != "BatchRows.List" || _host.Calls.Count(call.Name) != 2 || isErased)
                return;
            isErased = true;
            await _host.RunAsync<IPersonalData, PersonalDataErasure>(it => it.EraseAsync(TestHost.Acme, new() { Email = People.Email(15) }, "dpo", Cancel));
        };

        var result = await _host.SendAsync(batch);

        Assert.Equal((24, new InvitationBatchCounts(0, 24, 0, 1)), (result.Counts.Done, result.Batch!.Counts));
        Assert.Equal(24, (await _host.ReadAsync()).Invitations.Count(it => it.Recipient.Email != People.Email(15)));
    }

    [Fact]
    public async Task Rows_that_nobody_sends_are_let_go_of_after_the_period()
    {
        var batch = await _host.StagedAsync(5);
        _host.Clock.Advance(TimeSpan.FromDays(90) - TimeSpan.FromSeconds(1));
        Assert.Equal(0, await RetainAsync());

        _host.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(5, await RetainAsync());

        var left = (await _host.FindBatchAsync(batch))!;
        Assert.Equal((InvitationBatchStatus.Sent, new InvitationBatchCounts(0, 0, 0, 5)), (left.Status, left.Counts));
        Assert.All(await _host.StoredRowsAsync(), row => Assert.Null(row.Content));
    }

    [Fact]
    public async Task What_is_scheduled_is_kept_until_it_is_sent()
    {
        var batch = await _host.StagedAsync(5);
        await _host.SendAsync(batch, new() { At = _host.Clock.GetUtcNow() + TimeSpan.FromDays(100) });
        _host.Clock.Advance(TimeSpan.FromDays(99));

        Assert.Equal(0, await RetainAsync());
        Assert.Equal(5, (await _host.FindBatchAsync(batch))!.Counts.Waiting);
    }

    [Fact]
    public async Task A_purged_tenant_has_no_batches()
    {
        await _host.StagedAsync(25);
        await _host.StageAsync(People.Of(3), tenant: "globex");

        await _host.RunAsync<IPersonalData, int>(it => it.PurgeTenantAsync(TestHost.Acme, null, Cancel));

        Assert.All(await _host.StoredRowsAsync(), row => Assert.Equal("globex", row.Tenant.Value));
        Assert.Equal("globex", Assert.Single(await _host.StoredBatchesAsync()).Batch.Tenant.Value);
    }

    [Fact]
    public async Task The_batches_of_somebody_who_is_dismissed_are_withdrawn_and_the_orders_taken_back()
    {
        var gone = Inviter.OrganizationAdmin("u-gone");
        var own = await _host.StagedAsync(3, gone);
        var ordered = (await _host.StageAsync(People.Of(3, 10))).Batch!;
        await _host.SendAsync(ordered, new() { At = _host.Clock.GetUtcNow() + TimeSpan.FromDays(1) }, gone);
        var another = (await _host.StageAsync(People.Of(3, 20), inviter: Inviter.System("u-gone"))).Batch!;

        var count = await _host.RunAsync<IRevocations, int>(it => it.RevokeByInviterAsync(TestHost.Acme, "u-gone", "hr", Cancel));

        Assert.Equal(3, count);
        Assert.Equal((InvitationBatchStatus.Withdrawn, 3), ((await _host.FindBatchAsync(own))!.Status, (await _host.FindBatchAsync(own))!.Counts.Dropped));
        Assert.Equal((InvitationBatchStatus.Staged, 3), ((await _host.FindBatchAsync(ordered))!.Status, (await _host.FindBatchAsync(ordered))!.Counts.Waiting));
        Assert.Equal(another, await _host.FindBatchAsync(another));
        _host.Clock.Advance(TimeSpan.FromDays(2));
        Assert.Equal(0, await _host.MaintainAsync());
    }

    [Fact]
    public async Task Whoever_takes_over_answers_for_the_batches_and_the_orders()
    {
        var gone = Inviter.OrganizationAdmin("u-gone");
        var batch = await _host.StagedAsync(3, gone);
        await _host.SendAsync(batch, new() { At = _host.Clock.GetUtcNow() + TimeSpan.FromDays(1) }, gone);

        await _host.RunAsync<IInviterDepartures, InviterDepartureResult>(it => it.SettleAsync(
            TestHost.Acme, new("u-gone") { Action = InviterDepartureAction.HandOver, Successor = Inviter.OrganizationAdmin("u-heir") }, TestHost.Admin, Cancel));
        _host.Clock.Advance(TimeSpan.FromDays(1));
        await _host.MaintainAsync();

        Assert.Equal("u-heir", (await _host.FindBatchAsync(batch))!.CreatedBy);
        Assert.Equal(["u-heir"], (await _host.ReadAsync()).Invitations.Select(it => it.InvitedBy).Distinct());
    }

    [Fact]
    public async Task Whoever_leaves_with_nothing_kept_leaves_no_batch_to_send()
    {
        var batch = await _host.StagedAsync(3, Inviter.OrganizationAdmin("u-gone"));

        await _host.RunAsync<IInviterDepartures, InviterDepartureResult>(it =>
            it.SettleAsync(TestHost.Acme, new("u-gone") { Action = InviterDepartureAction.Revoke }, TestHost.Admin, Cancel));

        Assert.Equal(InvitationBatchStatus.Withdrawn, (await _host.FindBatchAsync(batch))!.Status);
    }

    [Fact]
    public async Task Rows_into_a_group_that_is_closed_are_let_go_of()
    {
        var batch = (await _host.StageAsync([new("ana@example.com") { Groups = ["london"] }, new("bob@example.com") { Groups = ["paris"] }])).Batch!;

        Assert.Equal(1, await _host.RunAsync<IRevocations, int>(it => it.RevokeForGroupAsync(TestHost.Acme, "london", "hr", Cancel)));

        Assert.Equal(new InvitationBatchCounts(1, 0, 0, 1), (await _host.FindBatchAsync(batch))!.Counts);
        Assert.Equal("bob@example.com", Assert.Single(await _host.RowsAsync(batch), row => row.Status is BatchRowStatus.Waiting).Invite!.Email);
    }

    [Fact]
    public async Task Rows_to_a_person_are_let_go_of_in_every_tenant()
    {
        var acme = await _host.StagedAsync(3);
        var globex = (await _host.StageAsync(People.Of(3), tenant: "globex")).Batch!;

        await _host.RunAsync<IRevocations, BulkChangeResult>(it => it.RevokeForRecipientAsync(null, new() { Email = People.Email(2) }, "hr", Cancel));

        Assert.Equal(1, (await _host.FindBatchAsync(acme))!.Counts.Dropped);
        Assert.Equal(1, (await _host.FindBatchAsync(globex))!.Counts.Dropped);
    }

    [Fact]
    public async Task A_closed_tenant_has_no_batch_to_send()
    {
        var batch = await _host.StagedAsync(3);

        await _host.RunAsync<IRevocations, int>(it => it.RevokeForTenantAsync(TestHost.Acme, "billing", Cancel));

        Assert.Equal((InvitationBatchStatus.Withdrawn, 3), ((await _host.FindBatchAsync(batch))!.Status, (await _host.FindBatchAsync(batch))!.Counts.Dropped));
    }

    public void Dispose() => _host.Dispose();

    private Task<int> RetainAsync() => _host.RunAsync<IRetention, int>(it => it.RunAsync(Cancel));
}
