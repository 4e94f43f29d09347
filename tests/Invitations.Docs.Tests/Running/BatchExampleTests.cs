using Snippets;

namespace Invitations.Docs.Tests.Running;

[Collection(ConsoleCollection.Name)]
public sealed class BatchExampleTests
{
    private static readonly Inviter Admin = Inviter.OrganizationAdmin("u-admin");

    private static readonly Invite[] People = [new("ana@example.com") { Groups = ["london"] }, new("bob@example.com")];

    [Fact]
    public async Task A_batch_is_staged_sent_in_waves_and_withdrawn_as_the_page_says()
    {
        await using var host = new ExampleHost(settings: new() { Groups = [new("london", "London")] });
        var batches = host.Get<IInvitationBatches>();

        var batch = await Batches.StageAsync(batches, host.Tenant, Admin, People);
        Assert.Equal(("Night shift, London", 2), (batch.Name, batch.Counts.Waiting));

        Assert.Equal(1, (await Batches.SendWaveAsync(batches, batch, Admin)).Counts.Done);
        Assert.Equal(1, (await Batches.SendAsync(batches, batch, Admin)).Counts.Done);

        await Batches.WithdrawAsync(batches, batch, Admin);
        Assert.Equal(InvitationBatchStatus.Withdrawn, (await batches.FindAsync(host.Tenant, batch.Id, Admin, TestContext.Current.CancellationToken))!.Status);
    }

    [Fact]
    public async Task An_order_for_later_is_taken_back_as_the_page_says()
    {
        await using var host = new ExampleHost(settings: new() { Groups = [new("london", "London")] });
        var batches = host.Get<IInvitationBatches>();
        var batch = await Batches.StageAsync(batches, host.Tenant, Admin, People);

        await Batches.ScheduleAsync(batches, batch, Admin, host.Time.GetUtcNow().AddDays(3));

        Assert.Equal(InvitationBatchStatus.Staged, (await batches.FindAsync(host.Tenant, batch.Id, Admin, TestContext.Current.CancellationToken))!.Status);
    }
}
