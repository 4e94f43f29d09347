using Invitations.EntityFramework.Tests.Fixtures;
using Microsoft.Extensions.DependencyInjection;

namespace Invitations.EntityFramework.Tests.Hosting;

/// <summary>Batches through the services of a host on a real database.</summary>
public abstract class BatchTests(EfFixture fixture)
{
    private const int Rows = 100;

    private static readonly BatchStageOptions Keyed = new() { IdempotencyKey = "upload-7", Invite = new() { Language = "nl" } };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_list_that_is_cut_off_in_the_middle_and_given_again_is_staged_once_and_sent_once_by_many_at_once()
    {
        await using var host = await StartAsync();
        await Assert.ThrowsAsync<IOException>(() => StageAsync(host, Cut(People(Rows), at: 55)));
        Assert.Empty((await OnBatchesAsync(host, it => it.ListAsync(host.Tenant, Host.Admin, null, Cancellation))).Items);

        var staged = await StageAsync(host, People(Rows));
        var again = await StageAsync(host, People(Rows));
        Assert.Equal((Rows, staged.Batch), (staged.Batch!.Counts.Waiting, again.Batch));

        var sent = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(
            () => OnBatchesAsync(host, it => it.SendAsync(host.Tenant, staged.Batch!.Id, Host.Admin, cancellationToken: Cancellation)))));

        Assert.Equal(Rows, sent.Sum(result => result.Counts.Done));
        var invitations = await InvitationsAsync(host);
        Assert.Equal(People(Rows).Select(invite => invite.Email).Order(), invitations.Select(it => it.Recipient.Email).Order());
        Assert.All(invitations, it => Assert.Equal((staged.Batch!.Id, "nl"), (it.BatchId!.Value, it.Profile.Language)));
        var batch = await OnBatchesAsync(host, it => it.FindAsync(host.Tenant, staged.Batch!.Id, Host.Admin, Cancellation));
        Assert.Equal((InvitationBatchStatus.Sent, new InvitationBatchCounts(0, Rows, 0, 0)), (batch!.Status, batch.Counts));
    }

    [Fact]
    public async Task Waiting_rows_are_sent_by_group_erased_with_their_person_and_withdrawn_with_their_batch()
    {
        await using var host = await StartAsync();
        var staged = await StageAsync(host, [.. People(30).Select((invite, i) => new Invite(invite.Email!) { Groups = i % 3 == 0 ? ["london"] : [] })]);
        Assert.Empty(staged.Errors);

        var wave = await OnBatchesAsync(host, it => it.SendAsync(host.Tenant, staged.Batch!.Id, Host.Admin, new() { Groups = ["london"] }, cancellationToken: Cancellation));
        await using (var scope = host.Scope())
        {
            var erasure = await scope.ServiceProvider.GetRequiredService<IPersonalData>().EraseAsync(host.Tenant, new() { Email = "person2@example.com" }, "dpo", Cancellation);
            Assert.Equal(1, erasure.Dropped);
        }

        var withdrawn = await OnBatchesAsync(host, it => it.WithdrawAsync(host.Tenant, staged.Batch!.Id, Host.Admin, cancellationToken: Cancellation));

        Assert.Equal((10, 10), (wave.Counts.Done, withdrawn.Revoked.Done));
        Assert.Equal((InvitationBatchStatus.Withdrawn, new InvitationBatchCounts(0, 10, 0, 20)), (withdrawn.Batch!.Status, withdrawn.Batch.Counts));
        Assert.All(await InvitationsAsync(host), it => Assert.Equal(InvitationStatus.Revoked, it.Status));
    }

    [Fact]
    public async Task A_batch_is_deleted_with_its_rows()
    {
        await using var host = await StartAsync();
        var staged = await StageAsync(host, People(Rows));

        Assert.True((await OnBatchesAsync(host, it => it.DeleteAsync(host.Tenant, staged.Batch!.Id, Host.Admin, Cancellation))).Succeeded);

        await using var scope = host.Scope();
        var rows = scope.ServiceProvider.GetRequiredService<Stores.IBatchRowStore>();
        Assert.Empty(await rows.ListAsync(new() { Tenant = host.Tenant, BatchId = staged.Batch!.Id, Take = Rows }, Cancellation));
        Assert.NotEqual(staged.Batch.Id, (await StageAsync(host, People(Rows))).Batch!.Id);
    }

    private Task<Host> StartAsync() => Host.StartAsync(fixture, null, builder => builder.Services.Configure<InvitationOptions>(options =>
    {
        options.ChunkSize = 20;
        options.Defaults = options.Defaults with { Groups = [new("london", "London")] };
    }));

    private static List<Invite> People(int count) => [.. Enumerable.Range(1, count).Select(i => new Invite($"person{i}@example.com"))];

    private static IEnumerable<Invite> Cut(List<Invite> people, int at)
    {
        foreach (var invite in people.Take(at))
            yield return invite;
        throw new IOException("The connection of the upload was lost.");
    }

    private static Task<BatchStageResult> StageAsync(Host host, IEnumerable<Invite> people) =>
        OnBatchesAsync(host, it => it.StageAsync(host.Tenant, people, Host.Admin, Keyed, null, Cancellation));

    private static async Task<T> OnBatchesAsync<T>(Host host, Func<IInvitationBatches, Task<T>> call)
    {
        await using var scope = host.Scope();
        return await call(scope.ServiceProvider.GetRequiredService<IInvitationBatches>());
    }

    private static async Task<IReadOnlyList<Invitation>> InvitationsAsync(Host host)
    {
        await using var scope = host.Scope();
        return (await scope.ServiceProvider.GetRequiredService<IInvitationQueries>().ListAsync(host.Tenant, Host.Admin, new() { PageSize = 500 }, Cancellation)).Items;
    }
}
