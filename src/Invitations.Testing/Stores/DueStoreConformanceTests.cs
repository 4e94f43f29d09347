using Invitations.Stores;

namespace Invitations.Testing;

/// <summary>What the clock has made due: expiries and reminders, found across tenants and given to one caller each.</summary>
/// <remarks>Its instants lie long before those of all other suites, so that nothing of theirs is due.</remarks>
/// <param name="fixture">The store under test.</param>
public abstract class DueStoreConformanceTests(StoreFixture fixture) : StoreConformanceTests(fixture)
{
    private static readonly DateTimeOffset Now = new DateTimeOffset(1981, 3, 4, 5, 6, 7, TimeSpan.Zero).AddMicroseconds(8);

    [Fact]
    public async Task What_has_expired_is_found_as_it_is_the_longest_expired_first()
    {
        var longAgo = Now.AddYears(-20);
        var (pending, awaiting) = (Expiring(longAgo), Expiring(longAgo.AddDays(-1)) with { Status = InvitationStatus.AwaitingApproval });
        await AddAsync(pending);
        await AddAsync(awaiting);
        await using var session = await OpenAsync();

        var found = await session.Due.FindExpiredAsync(longAgo, 10, Cancellation);

        Assert.Equal([awaiting.Id, pending.Id], found.Select(it => it.Id));
        Fields.AreEqual(pending, found[1]);
        Assert.Equal([awaiting.Id], (await session.Due.FindExpiredAsync(longAgo, 1, Cancellation)).Select(it => it.Id));
        Assert.Empty(await session.Due.FindExpiredAsync(longAgo, 0, Cancellation));
        await ExpireAsync(longAgo, pending, awaiting);
    }

    [Fact]
    public async Task What_has_not_expired_or_has_ended_is_not_found()
    {
        var tenant = SampleInvitations.NewTenant();
        Invitation[] others =
        [
            Expiring(Now.AddMicroseconds(1), tenant),
            SampleInvitations.Pending(tenant) with { ExpiresAt = null },
            Expiring(Now.AddDays(-1), tenant) with { Status = InvitationStatus.Draft },
            Expiring(Now.AddDays(-1), tenant) with { Status = InvitationStatus.Accepted, EndedAt = Now.AddDays(-3) },
            Expiring(Now.AddDays(-1), tenant) with { Status = InvitationStatus.Expired, EndedAt = Now.AddDays(-1) },
            Expiring(Now.AddDays(-1), tenant) with { Status = InvitationStatus.Revoked, EndedAt = Now.AddDays(-1) },
        ];
        await AddAsync(others);

        Assert.Empty(await ExpireAsync(Now, others));
        Assert.Equal([others[0].Id], await ExpireAsync(Now.AddMicroseconds(1), others));
    }

    [Fact]
    public async Task Of_many_nodes_each_expired_one_is_ended_by_one()
    {
        const int Invitations = 200;
        await using var race = await Race.OpenAsync(Fixture, 20, Cancellation);
        for (var round = 0; round < Race.Rounds; round++)
        {
            var tenant = SampleInvitations.NewTenant();
            var invitations = Enumerable.Range(0, Invitations).Select(_ => Expiring(Now.AddDays(-1), tenant)).ToList();
            await AddAsync(invitations);

            var ended = await race.RunAsync(async (session, _) => (await ExpireAsync(session, Now, 70)).Ended);

            var rest = await ExpireAsync(Now, [.. invitations]);
            var ids = invitations.Select(it => it.Id).ToHashSet();
            Assert.Equal(ids.Order(), ended.SelectMany(it => it).Concat(rest).Where(ids.Contains).Order());
            Assert.All(await ListAsync(tenant), it => Assert.Equal((InvitationStatus.Expired, 2L), (it.Status, it.Version)));
        }
    }

    [Fact]
    public async Task Due_reminders_are_those_of_pending_invitations_the_longest_due_first()
    {
        var longAgo = Now.AddYears(-9);
        var tenant = SampleInvitations.NewTenant();
        var (late, later, expired) = (Reminded(longAgo.AddDays(-2), tenant), Reminded(longAgo, tenant), Reminded(longAgo.AddDays(-1), tenant) with { ExpiresAt = longAgo.AddDays(-1) });
        await AddAsync(
            late,
            later,
            expired,
            Reminded(longAgo.AddMicroseconds(1), tenant),
            SampleInvitations.Pending(tenant),
            Reminded(longAgo.AddDays(-1), tenant) with { Status = InvitationStatus.AwaitingApproval },
            Reminded(longAgo.AddDays(-1), tenant) with { Status = InvitationStatus.Accepted, EndedAt = longAgo });
        await using var session = await OpenAsync();

        var found = await session.Due.FindDueRemindersAsync(longAgo, 10, Cancellation);

        Assert.Equal([late.Id, expired.Id, later.Id], found.Select(it => it.Id));
        Fields.AreEqual(late, found[0]);
        Assert.Equal([late.Id], (await session.Due.FindDueRemindersAsync(longAgo, 1, Cancellation)).Select(it => it.Id));
        Assert.Empty(await session.Due.FindDueRemindersAsync(longAgo, 0, Cancellation));
        Assert.Equal(3, (await session.Due.MoveRemindersAsync([.. found.Select(it => new ReminderMove(it.Id, it.Version, null))], Cancellation)).Count);
    }

    [Fact]
    public async Task Moving_a_reminder_sets_the_next_one_or_none_and_counts_the_version_up()
    {
        var (first, second) = (Reminded(Now), Reminded(Now));
        await AddAsync(first);
        await AddAsync(second);
        await using var session = await OpenAsync();

        var moved = await session.Due.MoveRemindersAsync(
            [new(first.Id, first.Version, Now.AddDays(1)), new(second.Id, second.Version, null), new(Guid.NewGuid(), 1, null)], Cancellation);

        Assert.Equal(new[] { first.Id, second.Id }.Order(), moved.Order());
        Fields.AreEqual(first with { ReminderDueAt = Now.AddDays(1), Version = first.Version + 1 }, await ReadAsync(first));
        Fields.AreEqual(second with { ReminderDueAt = null, Version = second.Version + 1 }, await ReadAsync(second));
        Assert.Empty(await session.Due.MoveRemindersAsync([], Cancellation));
        Assert.Single(await session.Due.MoveRemindersAsync([new(first.Id, first.Version + 1, null)], Cancellation));
    }

    [Fact]
    public async Task What_has_changed_or_ended_since_is_not_moved()
    {
        var (changed, ended) = (Reminded(Now.AddYears(1)), Reminded(Now.AddYears(1)) with { Status = InvitationStatus.Revoked, EndedAt = Now });
        await AddAsync(changed);
        await AddAsync(ended);
        await using var session = await OpenAsync();

        Assert.Empty(await session.Due.MoveRemindersAsync(
            [new(changed.Id, changed.Version + 1, null), new(ended.Id, ended.Version, null)], Cancellation));

        Fields.AreEqual(changed, await ReadAsync(changed));
        Fields.AreEqual(ended, await ReadAsync(ended));
        Assert.Single(await session.Due.MoveRemindersAsync([new(changed.Id, changed.Version, null)], Cancellation));
    }

    [Fact]
    public async Task Of_many_nodes_each_due_reminder_is_queued_by_one()
    {
        const int Invitations = 100;
        await using var race = await Race.OpenAsync(Fixture, 20, Cancellation);
        for (var round = 0; round < Race.Rounds; round++)
        {
            var tenant = SampleInvitations.NewTenant();
            var channel = SampleInvitations.NewText("channel");
            var invitations = Enumerable.Range(0, Invitations).Select(_ => Reminded(Now, tenant)).ToList();
            await AddAsync(invitations);

            await race.RunAsync(async (session, _) => await RemindAsync(session, channel));
            await using var last = await OpenAsync();
            while (await RemindAsync(last, channel) > 0)
            {
            }

            Assert.All(await ListAsync(tenant), it => Assert.Equal((Now.AddDays(1), 2L), (it.ReminderDueAt!.Value, it.Version)));
            foreach (var invitation in invitations)
                Assert.Single(await last.Deliveries.ListAsync(tenant, invitation.Id, Cancellation));
        }
    }

    private static Invitation Expiring(DateTimeOffset at, TenantId? tenant = null) =>
        SampleInvitations.Pending(tenant ?? SampleInvitations.NewTenant()) with { ExpiresAt = at };

    private static Invitation Reminded(DateTimeOffset at, TenantId? tenant = null) =>
        SampleInvitations.Pending(tenant ?? SampleInvitations.NewTenant()) with { ReminderDueAt = at };

    private static async Task<int> RemindAsync(StoreSession session, string channel) => await session.Transaction.ExecuteAsync(
        async token =>
        {
            var due = await session.Due.FindDueRemindersAsync(Now, 30, token);
            var moved = await session.Due.MoveRemindersAsync([.. due.Select(it => new ReminderMove(it.Id, it.Version, Now.AddDays(1)))], token);
            await session.Deliveries.AddAsync(
                [.. due.Where(it => moved.Contains(it.Id)).Select(it => SampleDeliveries.Waiting(it, channel) with { DueAt = Now.AddYears(200) })], token);
            return TransactionOutcome.Commit(due.Count);
        },
        Cancellation);

    private static async Task<(int Found, List<Guid> Ended)> ExpireAsync(StoreSession session, DateTimeOffset now, int take)
    {
        var found = await session.Due.FindExpiredAsync(now, take, Cancellation);
        var ended = new List<Guid>();
        foreach (var ofTenant in found.GroupBy(it => it.Tenant))
        {
            var rows = ofTenant.Select(it => new InvitationVersion(it.Id, it.Version)).ToList();
            var chunk = new InvitationSet { Tenant = ofTenant.Key, Rows = rows, Entries = [], At = now };
            ended.AddRange(await session.Sets.EndAsync(chunk, InvitationStatus.Expired, Cancellation));
        }

        return (found.Count, ended);
    }

    /// <summary>Expires until nothing is due, and gives those that are among some invitations.</summary>
    private async Task<List<Guid>> ExpireAsync(DateTimeOffset now, params Invitation[] of)
    {
        var all = new List<Guid>();
        await using var session = await OpenAsync();
        while (await ExpireAsync(session, now, 100) is { Found: > 0 } step)
            all.AddRange(step.Ended);
        return [.. all.Intersect(of.Select(it => it.Id))];
    }

    private async Task<IReadOnlyList<Invitation>> ListAsync(TenantId tenant)
    {
        await using var session = await OpenAsync();
        return await session.Queries.ListAsync(
            new() { Tenant = tenant, Filter = new(), Now = SampleInvitations.Now, Sort = InvitationSort.OldestFirst, Take = 1_000 }, Cancellation);
    }
}
