using Invitations.Tests.Hosting;

namespace Invitations.Tests.Batches;

public sealed class SendingTests : IDisposable
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    private static readonly Inviter Other = Inviter.OrganizationAdmin("u-other");

    private readonly TestHost _host = new(BatchCalls.Large with { Groups = [new("london", "London"), new("paris", "Paris")] }, options => options.ChunkSize = 10);

    [Fact]
    public async Task Everybody_is_invited_once_by_whoever_sends_and_the_rows_forget_them()
    {
        var batch = await _host.StagedAsync(25);

        var result = await _host.SendAsync(batch, sender: Other);

        Assert.True(result.Succeeded);
        Assert.Equal(new BatchProgress(25, 25, 0), result.Counts);
        Assert.Equal(
            (InvitationBatchStatus.Sent, new InvitationBatchCounts(0, 25, 0, 0), "u-other", _host.Clock.GetUtcNow()),
            (result.Batch!.Status, result.Batch.Counts, result.Batch.SentBy, result.Batch.SentAt!.Value));
        var content = await _host.ReadAsync();
        Assert.Equal(Enumerable.Range(1, 25).Select(People.Email).Order(), content.Invitations.Select(it => it.Recipient.Email).Order());
        Assert.All(content.Invitations, it => Assert.Equal((batch.Id, "u-other", InvitationStatus.Pending), (it.BatchId!.Value, it.InvitedBy, it.Status)));
        Assert.Equal(25, content.Deliveries.Count);
        var rows = await _host.StoredRowsAsync();
        Assert.All(rows, row => Assert.Equal((BatchRowStatus.Sent, null, true, InviteOutcome.Invited), (row.Status, row.Content, row.Recipient.IsAnyone, row.Outcome)));
        Assert.Equal(content.Invitations.Select(it => it.Id).Order(), rows.Select(row => row.InvitationId!.Value).Order());
        Assert.Equal([AuditAction.BatchStaged, AuditAction.BatchOrdered, AuditAction.BatchSent], await _host.TrailAsync(batch));
        Assert.Equal([InvitationBatchEventKind.Staged, InvitationBatchEventKind.Sent], _host.Events.OfBatches.Select(raised => raised.Kind));
    }

    [Fact]
    public async Task What_holds_for_all_rows_is_kept_and_a_row_wins_over_it()
    {
        var options = new BatchStageOptions { Invite = new() { Language = "nl", PersonalMessage = "Welcome", Lifetime = TimeSpan.FromDays(2), Groups = ["london"] } };
        var batch = (await _host.StageAsync([new("ana@example.com"), new("bob@example.com") { Language = "fr", Groups = [] }], options)).Batch!;

        await _host.SendAsync(batch);

        var sent = (await _host.ReadAsync()).Invitations.ToDictionary(it => it.Recipient.Email!);
        Assert.Equal(("nl", "Welcome", "london"), (sent["ana@example.com"].Profile.Language, sent["ana@example.com"].PersonalMessage, sent["ana@example.com"].Grant.Groups[0]));
        Assert.Equal(("fr", 0), (sent["bob@example.com"].Profile.Language, sent["bob@example.com"].Grant.Groups.Count));
        Assert.All(sent.Values, it => Assert.Equal(_host.Clock.GetUtcNow() + TimeSpan.FromDays(2), it.ExpiresAt));
    }

    [Fact]
    public async Task Somebody_who_was_invited_meanwhile_is_refused_row_by_row_and_goes_on_waiting()
    {
        var batch = await _host.StagedAsync(12);
        var inTheWay = await _host.InviteAsync(People.Person(5));

        var result = await _host.SendAsync(batch);

        Assert.True(result.Succeeded);
        Assert.Equal(new BatchProgress(12, 11, 1), result.Counts);
        Assert.Equal(("invitation.already_pending", 1), Assert.Single(result.Refused.Select(pair => (pair.Key, pair.Value))));
        Assert.Equal((InvitationBatchStatus.Staged, new InvitationBatchCounts(1, 11, 0, 0)), (result.Batch!.Status, result.Batch.Counts));
        var waiting = Assert.Single(await _host.RowsAsync(batch), row => row.Status is BatchRowStatus.Waiting);
        Assert.Equal(
            (5, InviteOutcome.Refused, inTheWay.InvitationId, People.Email(5)), (waiting.Row, waiting.Outcome, waiting.InvitationId, waiting.Recipient!.Email));
        Assert.Equal(["invitation.already_pending"], waiting.Errors.Codes());
    }

    [Fact]
    public async Task Sending_again_sends_what_waits_and_nobody_twice()
    {
        var batch = await _host.StagedAsync(12);
        var inTheWay = await _host.InviteAsync(People.Person(5));
        await _host.SendAsync(batch);
        await _host.RunAsync<IInvitationAdministration, AdministrationResult>(it => it.RevokeAsync(TestHost.Acme, inTheWay.InvitationId!.Value, TestHost.Admin, Cancel));

        var again = await _host.SendAsync(batch);

        Assert.Equal((new BatchProgress(1, 1, 0), InvitationBatchStatus.Sent), (again.Counts, again.Batch!.Status));
        Assert.Equal(12, (await _host.ReadAsync()).Invitations.Count(it => it.Status is InvitationStatus.Pending));
        Assert.Equal(["batch.nothing_waits"], (await _host.SendAsync(batch)).Errors.Codes());
    }

    [Fact]
    public async Task A_wave_sends_the_rows_of_its_groups_and_leaves_the_others_waiting()
    {
        var batch = (await _host.StageAsync(
        [
            new("ana@example.com") { Groups = ["London"] },
            new("bob@example.com") { Groups = ["paris"] },
            new("cas@example.com") { Groups = ["paris", "london"] },
            new("dan@example.com"),
        ])).Batch!;

        var london = await _host.SendAsync(batch, new() { Groups = ["london"] });
        var paris = await _host.SendAsync(batch, new() { Groups = ["paris"] });

        Assert.Equal((new BatchProgress(2, 2, 0), InvitationBatchStatus.Staged), (london.Counts, london.Batch!.Status));
        Assert.Equal((new BatchProgress(1, 1, 0), new InvitationBatchCounts(1, 3, 0, 0)), (paris.Counts, paris.Batch!.Counts));
        Assert.Empty(paris.Batch.SendGroups);
        Assert.Equal("dan@example.com", Assert.Single(await _host.RowsAsync(batch), row => row.Status is BatchRowStatus.Waiting).Invite!.Email);
    }

    [Fact]
    public async Task A_waiting_row_holds_neither_address_nor_seat()
    {
        await _host.StagedAsync(3);

        (await _host.InviteAsync(People.Person(2))).AssertSucceeded();
        Assert.True((await _host.StageAsync(People.Of(1))).Succeeded);
    }

    [Fact]
    public async Task Whoever_sends_is_judged_when_they_send_and_not_only_when_somebody_staged()
    {
        var authorities = new FakeAuthorities();
        using var host = new TestHost(BatchCalls.Large with { Groups = [new("london", "London")] }, authorities: authorities);
        authorities.ByUser["u-admin"] = new() { Level = InviterLevel.OrganizationAdmin };
        var batch = (await host.StageAsync([new("ana@example.com") { Groups = ["london"] }, new("bob@example.com")])).Batch!;
        authorities.ByUser["u-admin"] = new() { Level = InviterLevel.GroupAdmin, Groups = ["london"] };

        var result = await host.SendAsync(batch);

        Assert.Equal(new BatchProgress(2, 1, 1), result.Counts);
        Assert.Equal("ana@example.com", Assert.Single((await host.ReadAsync()).Invitations).Recipient.Email);
    }

    [Fact]
    public async Task Rows_that_need_a_yes_await_approval_once_they_are_sent()
    {
        using var host = new TestHost(BatchCalls.Large with { Approval = new() { GroupAdmins = true }, Groups = [new("london", "London")] });
        var groupAdmin = Inviter.GroupAdmin("u-group", ["london"]);
        var batch = (await host.StageAsync([new("ana@example.com") { Groups = ["london"] }], null, groupAdmin)).Batch!;

        var result = await host.SendAsync(batch, sender: groupAdmin);

        Assert.Equal(new BatchProgress(1, 1, 0), result.Counts);
        Assert.Equal(InvitationStatus.AwaitingApproval, Assert.Single((await host.ReadAsync()).Invitations).Status);
        Assert.Equal(InviteOutcome.AwaitingApproval, Assert.Single(await host.RowsAsync(batch)).Outcome);
    }

    [Fact]
    public async Task Rows_over_the_quota_go_on_waiting_and_say_when_again()
    {
        using var host = new TestHost(BatchCalls.Large with { Quotas = new() { Tenant = [new(3, TimeSpan.FromDays(1))] } });
        var batch = await host.StagedAsync(5);

        Assert.Equal(new BatchProgress(5, 3, 2), (await host.SendAsync(batch)).Counts);
        host.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(new BatchProgress(2, 2, 0), (await host.SendAsync(batch)).Counts);
    }

    [Fact]
    public async Task Progress_tells_of_what_is_committed()
    {
        var told = new List<BatchProgress>();

        await _host.SendAsync(await _host.StagedAsync(25), progress: new Told(told));

        Assert.Equal([new(10, 10, 0), new(20, 20, 0), new(25, 25, 0)], told);
    }

    [Fact]
    public async Task A_batch_of_another_tenant_or_of_another_person_is_an_unknown_one()
    {
        using var host = new TestHost(BatchCalls.Large with { Authority = new() { MembersInvite = true } });
        var ben = Inviter.Member("u-ben");
        var batch = await host.StagedAsync(3, ben);
        foreach (var (tenant, who) in new (TenantId, Inviter)[] { (new TenantId("globex"), TestHost.Admin), (TestHost.Acme, Inviter.Member("u-eve")) })
        {
            Assert.Equal(["batch.unknown"], (await host.SendAsync(batch with { Tenant = tenant }, sender: who)).Errors.Codes());
            Assert.Equal(["batch.unknown"], (await host.OnBatchesAsync(it => it.CancelAsync(tenant, batch.Id, who, Cancel))).Errors.Codes());
            Assert.Equal(["batch.unknown"], (await host.OnBatchesAsync(it => it.RenameAsync(tenant, batch.Id, "x", who, Cancel))).Errors.Codes());
            Assert.Equal(["batch.unknown"], (await host.OnBatchesAsync(it => it.WithdrawAsync(tenant, batch.Id, who, null, Cancel))).Errors.Codes());
            Assert.Equal(["batch.unknown"], (await host.OnBatchesAsync(it => it.DeleteAsync(tenant, batch.Id, who, Cancel))).Errors.Codes());
            Assert.Equal(["batch.unknown"], (await host.OnBatchesAsync(it => it.ListRowsAsync(tenant, batch.Id, who, null, Cancel))).Errors.Codes());
            Assert.Null(await host.OnBatchesAsync(it => it.FindAsync(tenant, batch.Id, who, Cancel)));
            Assert.Empty((await host.OnBatchesAsync(it => it.ListAsync(tenant, who, null, Cancel))).Items);
        }

        Assert.Equal(batch, await host.FindBatchAsync(batch, ben));
        Assert.Single((await host.OnBatchesAsync(it => it.ListAsync(TestHost.Acme, ben, null, Cancel))).Items);
    }

    public void Dispose() => _host.Dispose();
}
