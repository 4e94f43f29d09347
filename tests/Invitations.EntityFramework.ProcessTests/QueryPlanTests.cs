using Invitations.EntityFramework.ProcessTests.Plans;
using Invitations.Stores;

namespace Invitations.EntityFramework.ProcessTests;

/// <summary>At 200,000 invitations no statement reads a table from one end to the other, and none looks at more rows than it was asked for, roughly.</summary>
public sealed class QueryPlanTests(LargeDatabase database) : IClassFixture<LargeDatabase>
{
    private const int Many = 500;

    private static readonly DateTimeOffset Later = Testing.SampleInvitations.Now.AddYears(1);

    public static TheoryData<InvitationSort> Sorts => [.. Enum.GetValues<InvitationSort>()];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private IReadOnlyList<Invitation> Open => [.. database.Samples.Where(invitation => invitation.Status is InvitationStatus.Pending)];

    [Theory]
    [InlineData(1)]
    [InlineData(Many)]
    public async Task Finding_by_id(int count) => AssertIndexed(
        await database.ExplainAsync<IInvitationStore>(store => store.FindAsync(LargeDatabase.Tenant, [.. database.Samples.Take(count).Select(it => it.Id)], Cancellation)), count);

    [Fact]
    public async Task Finding_by_token() => AssertIndexed(
        await database.ExplainAsync<IInvitationStore>(store => store.FindByTokenAsync(database.Samples[0].Id, Cancellation)), 1);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Finding_by_code(bool isTenantKnown) => AssertIndexed(
        await database.ExplainAsync<IInvitationStore>(
            store => store.FindByCodeAsync(isTenantKnown ? LargeDatabase.Tenant : default(TenantId?), [database.Samples[0].CodeLookup!, "no-such-code"], Cancellation)),
        2);

    [Theory]
    [InlineData(1)]
    [InlineData(Many)]
    public async Task Looking_up_who_holds_a_key(int count) => AssertIndexed(
        await database.ExplainAsync<IInvitationStore>(store => store.FindOpenAsync(
            LargeDatabase.Tenant, [.. database.Samples.Take(count).SelectMany(UniqueKey.Of), new(UniqueKeyKind.Phone, "+32470000000"), new(UniqueKeyKind.User, "nobody")], Cancellation)),
        count * 6);

    [Fact]
    public async Task Adding_a_chunk()
    {
        var chunk = Enumerable.Range(0, Many).Select(_ => Testing.SampleInvitations.Pending(LargeDatabase.Tenant)).ToList();
        AssertIndexed(await database.ExplainAsync<IInvitationStore>(store => store.AddAsync(chunk, Cancellation)), Many * 6);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(Many / 5)]
    public async Task Changing(int count)
    {
        var changes = Open.Take(count).Select(it => Testing.SampleInvitations.Change(it, invitation => invitation with { PersonalMessage = "Hello." })).ToList();
        AssertIndexed(await database.ExplainAsync<IInvitationStore>(store => store.ChangeAsync(changes, Cancellation)), count * 6);
    }

    [Theory]
    [MemberData(nameof(Sorts))]
    public async Task Listing_the_first_page_and_one_far_behind(InvitationSort sort)
    {
        var query = new InvitationStoreQuery { Tenant = LargeDatabase.Tenant, Filter = new(), Now = Testing.SampleInvitations.Now, Sort = sort, Take = 50 };
        AssertIndexed(await database.ExplainAsync<IInvitationQueryStore>(store => store.ListAsync(query, Cancellation)), 50);

        var middle = Testing.SampleInvitations.Now.AddSeconds(LargeDatabase.Invitations / 2);
        var behind = query with { After = new(sort is InvitationSort.ExpiringFirst ? middle.AddDays(7) : middle, Guid.Empty) };
        AssertIndexed(await database.ExplainAsync<IInvitationQueryStore>(store => store.ListAsync(behind, Cancellation)), 52);
    }

    [Fact]
    public async Task Claiming_and_reporting()
    {
        IReadOnlyList<Delivery> claimed = [];
        var claim = new DeliveryClaim { Now = Later, Lease = TimeSpan.FromMinutes(5), Take = 50, Channels = [DeliveryChannels.Email, DeliveryChannels.Sms] };
        AssertIndexed(await database.ExplainAsync<IDeliveryStore>(async store => claimed = await store.ClaimAsync(claim, Cancellation)), 100);
        AssertIndexed(await database.ExplainAsync<IDeliveryStore>(store => store.ClaimAsync(claim with { Channels = [] }, Cancellation)), 60_000);

        AssertIndexed(await database.ExplainAsync<IDeliveryStore>(store => store.FindInvitationsAsync(claimed, Cancellation)), 50);
        var reports = claimed.Select(it => new DeliveryReport { Id = it.Id, Fence = it.Fence, Status = DeliveryStatus.Sent, At = Later }).ToList();
        AssertIndexed(await database.ExplainAsync<IDeliveryStore>(store => store.ReportAsync(reports, Cancellation)), 50);
    }

    [Fact]
    public async Task The_backlog_of_a_channel()
    {
        var query = new BacklogQuery { Channels = [DeliveryChannels.Email], Now = Later, FailedSince = Later.AddDays(-1), CountUpTo = 1_000 };
        AssertIndexed(await database.ExplainAsync<IDeliveryStore>(store => store.ReadBacklogAsync(query, Cancellation)), 1_000);
    }

    [Fact]
    public async Task Deliveries_of_an_invitation()
    {
        var ids = database.SampleDeliveries.TakeLast(Many / 5).Select(delivery => delivery.InvitationId).ToList();
        AssertIndexed(await database.ExplainAsync<IDeliveryStore>(store => store.ListAsync(LargeDatabase.Tenant, ids[0], Cancellation)), 1);
        var references = ids.ConvertAll(id => new InvitationReference(LargeDatabase.Tenant, id));
        AssertIndexed(await database.ExplainAsync<IDeliveryStore>(store => store.ListOfManyAsync(references, Cancellation)), ids.Count * 2);
        AssertIndexed(await database.ExplainAsync<IDeliveryStore>(store => store.CancelAsync(LargeDatabase.Tenant, ids, Later, Cancellation)), ids.Count * 2);
    }

    [Fact]
    public async Task The_trail_of_an_invitation_and_of_a_tenant()
    {
        AssertIndexed(await database.ExplainAsync<IAuditStore>(store => store.ListAsync(LargeDatabase.Tenant, database.Samples[0].Id, Cancellation)), 1);
        AssertIndexed(await database.ExplainAsync<IAuditStore>(store => store.ListAsync(LargeDatabase.Tenant, null, Cancellation)), 1);
    }

    [Fact]
    public async Task What_was_done_under_a_key() => AssertIndexed(
        await database.ExplainAsync<IIdempotencyStore>(store => store.FindAsync(LargeDatabase.Tenant, "key-7", 1, Cancellation)), 1);

    [Fact]
    public async Task Attempts_of_a_caller()
    {
        AssertIndexed(await database.ExplainAsync<IAttemptStore>(store => store.TryTakeAsync(new("caller-7", 5, TimeSpan.FromMinutes(15), Later), Cancellation)), 2);
        AssertIndexed(await database.ExplainAsync<IAttemptStore>(store => store.GiveBackAsync("caller-7", Cancellation)), 2);
    }

    [Fact]
    public async Task What_has_become_due()
    {
        AssertIndexed(await database.ExplainAsync<IDueStore>(store => store.FindExpiredAsync(Later, 50, Cancellation)), 52);
        AssertIndexed(await database.ExplainAsync<IDueStore>(store => store.FindDueRemindersAsync(Later, 50, Cancellation)), 52);
    }

    [Fact]
    public async Task Batches()
    {
        var key = database.Batch.IdempotencyKey!;
        var query = new BatchStoreQuery { Tenant = LargeDatabase.Tenant, Statuses = [InvitationBatchStatus.Staged, InvitationBatchStatus.Sending], Take = 50 };
        var behind = query with { After = new(Testing.SampleInvitations.Now.AddSeconds(1_000), Guid.Empty) };
        var changed = database.Batch with { Batch = database.Batch.Batch with { Version = 1 } };
        AssertIndexed(await database.ExplainAsync<IBatchStore>(store => store.FindAsync(LargeDatabase.Tenant, database.Batch.Batch.Id, Cancellation)), 1);
        AssertIndexed(await database.ExplainAsync<IBatchStore>(store => store.FindByKeyAsync(LargeDatabase.Tenant, key, Cancellation)), 1);
        AssertIndexed(await database.ExplainAsync<IBatchStore>(store => store.ListAsync(query, Cancellation)), 50);
        AssertIndexed(await database.ExplainAsync<IBatchStore>(store => store.ListAsync(behind, Cancellation)), 52);
        AssertIndexed(await database.ExplainAsync<IBatchStore>(store => store.TryChangeAsync(changed, 0, Cancellation)), 1);
        AssertIndexed(await database.ExplainAsync<IBatchStore>(store => store.FindDueAsync(Later, 10, Cancellation)), 10);
        AssertIndexed(await database.ExplainAsync<IBatchStore>(store => store.FindUnsentAsync(LargeDatabase.Tenant, Later, 10, Cancellation)), 10);
        AssertIndexed(await database.ExplainAsync<IPersonalDataStore>(store => store.ListTenantsAsync(null, 10, Cancellation)), 10);
    }

    [Fact]
    public async Task Rows_of_a_batch()
    {
        var (tenant, id) = (LargeDatabase.Tenant, database.Batch.Batch.Id);
        var query = new BatchRowQuery { Tenant = tenant, BatchId = id, Statuses = [BatchRowStatus.Waiting], Take = Many };
        BatchRowReport[] reports = [.. Enumerable.Range(60_001, Many).Select(i => new BatchRowReport(i, BatchRowStatus.Sent, InviteOutcome.Invited, Guid.NewGuid()))];
        AssertIndexed(await database.ExplainAsync<IBatchRowStore>(store => store.ListAsync(query, Cancellation)), Many);
        AssertIndexed(await database.ExplainAsync<IBatchRowStore>(store => store.ListAsync(query with { After = 50_000 }, Cancellation)), Many);
        AssertIndexed(await database.ExplainAsync<IBatchRowStore>(store => store.ListAsync(query with { After = 50_000, Groups = ["even"] }, Cancellation)), Many * 2);
        AssertIndexed(await database.ExplainAsync<IBatchRowStore>(store => store.FindByRecipientAsync(null, new(UniqueKeyKind.Email, "row7@example.com"), null, 10, Cancellation)), 1);
        AssertIndexed(await database.ExplainAsync<IBatchRowStore>(store => store.FindByRecipientAsync(tenant, new(UniqueKeyKind.Phone, "+32470000000"), null, 10, Cancellation)), 1);
        AssertIndexed(await database.ExplainAsync<IBatchRowStore>(store => store.ReportAsync(tenant, id, reports, Cancellation)), Many * 2);
        AssertIndexed(await database.ExplainAsync<IBatchRowStore>(store => store.DropAsync(query with { After = 70_000 }, Cancellation)), Many * 2);
        AssertIndexed(await database.ExplainAsync<IBatchRowStore>(store => store.DeleteAsync(tenant, id, Many, Cancellation)), Many * 2);
    }

    private static void AssertIndexed(IReadOnlyList<QueryPlan> plans, int mostRows)
    {
        Assert.NotEmpty(plans);
        Assert.All(plans, plan =>
        {
            Assert.True(!plan.ScannedTables.Any(), plan.ToString());

            // Rows that other tests have changed are still looked at in their former versions, until a vacuum.
            Assert.True(plan.MostRows <= (mostRows * 2) + 10, plan.ToString());
        });
    }
}
