using Invitations.Tests.Hosting;

namespace Invitations.Tests.Batches;

public sealed class ScheduleTests : IDisposable
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    private readonly TestHost _host = new(BatchCalls.Large, options => options.ChunkSize = 10);

    private DateTimeOffset Monday => _host.Clock.GetUtcNow() + TimeSpan.FromDays(2);

    [Fact]
    public async Task A_scheduled_batch_is_sent_at_its_time_and_not_before()
    {
        var batch = await _host.StagedAsync(25);
        var ordered = await _host.SendAsync(batch, new() { At = Monday });
        Assert.Equal((InvitationBatchStatus.Scheduled, Monday, "u-admin"), (ordered.Batch!.Status, ordered.Batch.SendAt!.Value, ordered.Batch.SentBy));
        _host.Clock.Advance(TimeSpan.FromDays(2) - TimeSpan.FromMicroseconds(1));
        Assert.Equal(0, await _host.MaintainAsync());

        _host.Clock.Advance(TimeSpan.FromMicroseconds(1));
        Assert.Equal(26, await _host.MaintainAsync());

        var sent = (await _host.FindBatchAsync(batch))!;
        Assert.Equal((InvitationBatchStatus.Sent, 25, null), (sent.Status, sent.Counts.Sent, sent.SendAt));
        Assert.Equal(25, (await _host.ReadAsync()).Invitations.Count(it => it.InvitedBy == "u-admin"));
        Assert.Equal(0, await _host.MaintainAsync());
        Assert.Equal(
            [InvitationBatchEventKind.Staged, InvitationBatchEventKind.Scheduled, InvitationBatchEventKind.Sent], _host.Events.OfBatches.Select(raised => raised.Kind));
    }

    [Fact]
    public async Task The_round_of_maintenance_sends_it_too_in_bounded_steps()
    {
        using var host = new TestHost(
            BatchCalls.Large, options => options.ChunkSize = 10, builder => Microsoft.Extensions.DependencyInjection.OptionsServiceCollectionExtensions.Configure<MaintenanceOptions>(builder.Services, o => o.BatchSize = 15));
        var batch = await host.StagedAsync(25);
        await host.SendAsync(batch, new() { At = host.Clock.GetUtcNow() + TimeSpan.FromHours(1) });
        host.Clock.Advance(TimeSpan.FromHours(1));

        var first = await host.RunAsync<IInvitationMaintenance, int>(it => it.RunOnceAsync(Cancel));
        Assert.Equal((16, 15), (first, (await host.ReadAsync()).Invitations.Count));
        await host.RunAsync<IInvitationMaintenance, int>(it => it.RunOnceAsync(Cancel));

        Assert.Equal(25, (await host.ReadAsync()).Invitations.Count);
        Assert.Equal(InvitationBatchStatus.Sent, (await host.FindBatchAsync(batch))!.Status);
    }

    [Fact]
    public async Task A_time_that_has_passed_is_now()
    {
        var batch = await _host.StagedAsync(3);

        Assert.Equal(3, (await _host.SendAsync(batch, new() { At = _host.Clock.GetUtcNow() })).Counts.Done);
    }

    [Fact]
    public async Task An_order_is_taken_back_and_nothing_is_sent()
    {
        var batch = await _host.StagedAsync(3);
        await _host.SendAsync(batch, new() { At = Monday });

        var cancelled = await _host.OnBatchesAsync(it => it.CancelAsync(TestHost.Acme, batch.Id, TestHost.Admin, Cancel));
        var again = await _host.OnBatchesAsync(it => it.CancelAsync(TestHost.Acme, batch.Id, TestHost.Admin, Cancel));

        Assert.Equal((InvitationBatchStatus.Staged, null), (cancelled.Batch!.Status, cancelled.Batch.SendAt));
        Assert.Equal(cancelled.Batch, again.Batch);
        _host.Clock.Advance(TimeSpan.FromDays(3));
        Assert.Equal(0, await _host.MaintainAsync());
        Assert.Empty((await _host.ReadAsync()).Invitations);
        Assert.Equal([AuditAction.BatchStaged, AuditAction.BatchOrdered, AuditAction.BatchCancelled], await _host.TrailAsync(batch));
    }

    [Fact]
    public async Task A_new_order_takes_the_place_of_the_former_one()
    {
        var batch = await _host.StagedAsync(3);
        await _host.SendAsync(batch, new() { At = Monday });

        var later = await _host.SendAsync(batch, new() { At = Monday + TimeSpan.FromDays(1) });
        _host.Clock.Advance(TimeSpan.FromDays(2));
        Assert.Equal((InvitationBatchStatus.Scheduled, 0), (later.Batch!.Status, await _host.MaintainAsync()));

        Assert.Equal(3, (await _host.SendAsync(batch)).Counts.Done);
    }

    [Fact]
    public async Task Whoever_lost_the_authority_by_then_sends_nothing()
    {
        var authorities = new FakeAuthorities();
        using var host = new TestHost(BatchCalls.Large, authorities: authorities);
        authorities.ByUser["u-admin"] = new() { Level = InviterLevel.OrganizationAdmin };
        var batch = await host.StagedAsync(3);
        await host.SendAsync(batch, new() { At = host.Clock.GetUtcNow() + TimeSpan.FromHours(1) });
        authorities.ByUser.Clear();
        host.Clock.Advance(TimeSpan.FromHours(1));

        await host.MaintainAsync();

        Assert.Empty((await host.ReadAsync()).Invitations);
        authorities.ByUser["u-admin"] = new() { Level = InviterLevel.OrganizationAdmin };
        Assert.Equal((InvitationBatchStatus.Staged, 3), ((await host.FindBatchAsync(batch))!.Status, (await host.FindBatchAsync(batch))!.Counts.Waiting));
        Assert.All(await host.RowsAsync(batch), row => Assert.Equal(["inviter.unknown"], row.Errors.Codes()));
    }

    [Fact]
    public async Task What_the_host_said_when_it_was_ordered_counts_where_nobody_can_be_asked()
    {
        using var host = new TestHost(BatchCalls.Large with { Groups = [new("london", "London"), new("paris", "Paris")], Authority = new() { MembersInvite = true } });
        var ben = Inviter.GroupAdmin("u-ben", ["london"], name: "Ben");
        var batch = (await host.StageAsync([new("ana@example.com") { Groups = ["london"] }], null, ben)).Batch!;
        await host.SendAsync(batch, new() { At = host.Clock.GetUtcNow() + TimeSpan.FromHours(1) }, ben);
        host.Clock.Advance(TimeSpan.FromHours(1));

        await host.MaintainAsync();

        var sent = Assert.Single((await host.ReadAsync()).Invitations);
        Assert.Equal(("u-ben", "Ben"), (sent.InvitedBy, sent.InviterName));
    }

    [Fact]
    public async Task A_tenant_whose_settings_cannot_be_used_is_in_nobodys_way_and_tried_again()
    {
        var tenants = new FakeTenantSettings();
        using var host = new TestHost(tenants: tenants);
        var broken = await host.StagedAsync(3);
        var sound = (await host.StageAsync(People.Of(3), tenant: "globex")).Batch!;
        foreach (var batch in new[] { broken, sound })
            await host.SendAsync(batch, new() { At = host.Clock.GetUtcNow() + TimeSpan.FromHours(1) });
        tenants.ByTenant[TestHost.Acme] = new() { BatchSize = 0 };
        host.Clock.Advance(TimeSpan.FromHours(1));

        await host.MaintainAsync();
        Assert.Equal(3, (await host.ReadAsync("globex")).Invitations.Count);
        tenants.ByTenant.Clear();
        host.Clock.Advance(TimeSpan.FromHours(1));
        await host.MaintainAsync();

        Assert.Equal(3, (await host.ReadAsync()).Invitations.Count);
    }

    public void Dispose() => _host.Dispose();
}
