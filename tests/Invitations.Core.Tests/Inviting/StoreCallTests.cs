using Invitations.Tests.Hosting;
using Invitations.Tests.Seats;
using Microsoft.Extensions.DependencyInjection;

namespace Invitations.Tests.Inviting;

/// <summary>The cost of a chunk is a number of calls that does not depend on its size.</summary>
public sealed class StoreCallTests
{
    private static readonly InviteOptions Options = new()
    {
        IdempotencyKey = "k",
        WhenAlreadyInvited = WhenAlreadyInvited.Reinvite,
        WhenAccountExists = WhenAccountExists.GrantDirectly,
    };

    [Fact]
    public async Task A_chunk_of_new_people_costs_the_same_calls_whatever_its_size()
    {
        var (ten, hundred, thousand) = (await CallsOfNewAsync(10), await CallsOfNewAsync(100), await CallsOfNewAsync(1_000));

        Assert.Equal(
            [
                ("Audit.Append", 1), ("Deliveries.Add", 1), ("Idempotency.Find", 1), ("Idempotency.TryAdd", 1),
                ("Invitations.Add", 1), ("Invitations.FindOpen", 1), ("Transaction.Execute", 1),
            ],
            ten);
        Assert.Equal(ten, hundred);
        Assert.Equal(ten, thousand);
    }

    [Fact]
    public async Task So_does_a_chunk_with_reinvites_expired_ones_direct_grants_and_refusals()
    {
        var (ten, hundred, thousand) = (await CallsOfMixedAsync(10), await CallsOfMixedAsync(100), await CallsOfMixedAsync(1_000));

        Assert.Equal(
            [
                ("Audit.Append", 1), ("Deliveries.Add", 1), ("Deliveries.Cancel", 2), ("Idempotency.Find", 1), ("Idempotency.TryAdd", 1),
                ("Invitations.Add", 1), ("Invitations.Change", 2), ("Invitations.FindOpen", 1), ("Transaction.Execute", 1),
            ],
            ten);
        Assert.Equal(ten, hundred);
        Assert.Equal(ten, thousand);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(100)]
    [InlineData(1_000)]
    public async Task Seats_cost_one_call_more_whatever_the_size_of_the_chunk(int rows)
    {
        var plan = new FakePlan { Limits = new() { Members = rows } };
        using var host = new TestHost(
            new TenantSettings { BatchSize = 1_000 }, options => options.ChunkSize = 1_000, builder => builder.Services.AddScoped<ISeatPlan>(_ => plan));

        Assert.True((await host.InviteAsync(People.Of(rows))).Succeeded);

        Assert.Equal(
            [
                ("Audit.Append", 1), ("Deliveries.Add", 1), ("Invitations.Add", 1), ("Invitations.FindOpen", 1), ("Seats.Move", 1),
                ("Transaction.Execute", 1),
            ],
            Tally(host));
    }

    [Theory]
    [InlineData(10)]
    [InlineData(100)]
    [InlineData(1_000)]
    public async Task Seats_quotas_and_caps_cost_the_same_calls_whatever_the_size_of_the_chunk(int rows)
    {
        var plan = new FakePlan { Limits = new() { Members = rows } };
        Quota[] quota = [new(rows, TimeSpan.FromDays(1))];
        using var host = new TestHost(
            new TenantSettings { BatchSize = 1_000, Quotas = new() { Inviter = quota, Tenant = quota, OpenPerInviter = rows, OpenPerTenant = rows } },
            options =>
            {
                options.ChunkSize = 1_000;
                options.Quotas = new() { Recipient = quota, Domain = quota, System = quota };
            },
            builder => builder.Services.AddScoped<ISeatPlan>(_ => plan));

        Assert.True((await host.InviteAsync(People.Of(rows))).Succeeded);

        Assert.Equal(
            [
                ("Audit.Append", 1), ("Deliveries.Add", 1), ("Invitations.Add", 1), ("Invitations.FindOpen", 1), ("Quotas.CountOpen", 2), ("Quotas.Take", 1),
                ("Seats.Move", 1), ("Transaction.Execute", 1),
            ],
            Tally(host));
    }

    [Fact]
    public async Task What_is_refused_for_want_of_them_costs_one_call_more_for_each()
    {
        var plan = new FakePlan { Limits = new() { Members = 500 } };
        using var host = new TestHost(
            new TenantSettings { BatchSize = 1_000, Quotas = new() { Tenant = [new(600, TimeSpan.FromDays(1))] } },
            options => options.ChunkSize = 1_000,
            builder => builder.Services.AddScoped<ISeatPlan>(_ => plan));

        Assert.Equal(500, (await host.InviteAsync(People.Of(1_000))).Rows.Count(row => row.Succeeded));

        Assert.Equal([("Quotas.GiveBack", 1), ("Quotas.Take", 1), ("Seats.Move", 1)], Tally(host).Where(call => call.Item1[0] is 'Q' or 'S'));
    }

    [Fact]
    public async Task Many_chunks_cost_that_many_times_the_calls_of_one()
    {
        using var host = new TestHost(new TenantSettings { BatchSize = 1_000 }, options => options.ChunkSize = 10);

        Assert.True((await host.InviteAsync(People.Of(100))).Succeeded);

        Assert.All(host.Calls.Tally(), call => Assert.Equal(10, call.Value));
    }

    [Fact]
    public async Task The_host_s_directories_are_asked_once_a_chunk()
    {
        var accounts = new FakeAccounts();
        var groups = new CountingGroups();
        using var host = new TestHost(
            new TenantSettings { BatchSize = 1_000 },
            accounts: accounts,
            wire: builder => builder.Services.Add(new(typeof(IGroupDirectory), groups)));

        await host.InviteAsync([.. Enumerable.Range(1, 500).Select(i => new Invite(People.Email(i)) { Groups = [$"g{i}"], EmployeeId = $"E-{i}" })]);

        Assert.Equal(500, Assert.Single(accounts.Queries).EmployeeIds.Count);
        Assert.Equal([500], groups.Asked);
    }

    [Fact]
    public async Task The_host_s_directories_are_not_asked_for_what_no_database_can_take()
    {
        var accounts = new FakeAccounts();
        var groups = new CountingGroups();
        using var host = new TestHost(accounts: accounts, wire: builder => builder.Services.Add(new(typeof(IGroupDirectory), groups)));

        var result = await host.InviteAsync(new Invite { UserId = "u\0", Groups = ["g\0", "g\uD800", "g1"] });

        Assert.Equal(["user.unknown", "group.unknown", "group.unknown"], result.Codes());
        Assert.Equal([1], groups.Asked);
        Assert.Empty(accounts.Queries);
    }

    private static async Task<IReadOnlyList<(string, int)>> CallsOfNewAsync(int rows)
    {
        using var host = new TestHost(new TenantSettings { BatchSize = 1_000 }, options => options.ChunkSize = 1_000);

        Assert.True((await host.InviteAsync([.. People.Of(rows).Select(With)], Options with { WhenAccountExists = WhenAccountExists.Report })).Succeeded);

        return Tally(host);

        static Invite With(Invite invite) => new(invite.Email!) { EmployeeId = invite.Email, Identifier = invite.Email };
    }

    private static async Task<IReadOnlyList<(string, int)>> CallsOfMixedAsync(int rows)
    {
        var accounts = new FakeAccounts([.. Enumerable.Range(1, rows / 5).Select(i => new Account { UserId = $"u-{i}", Email = People.Email(i) })]);
        using var host = new TestHost(
            new TenantSettings { BatchSize = 1_000 }, options => options.ChunkSize = 1_000, accounts: accounts, directGrants: new RecordingDirectGrants());
        await host.InviteAsync(People.Of(rows / 5, from: 1 + (rows / 5)));
        host.Clock.Advance(TimeSpan.FromDays(6));
        await host.InviteAsync(People.Of(rows / 5, from: 1 + (2 * rows / 5)));
        host.Clock.Advance(TimeSpan.FromDays(2));
        host.Calls.Clear();

        var result = await host.InviteAsync([.. People.Of(4 * rows / 5), .. Enumerable.Repeat(new Invite("nonsense"), rows / 5)], Options);

        Assert.Equal(
            [rows / 5, rows / 5, 2 * rows / 5, rows / 5],
            [
                result.Count(InviteOutcome.GrantedDirectly), result.Count(InviteOutcome.Reinvited), result.Count(InviteOutcome.Invited),
                result.Count(InviteOutcome.Refused),
            ]);
        return Tally(host);
    }

    private static IReadOnlyList<(string, int)> Tally(TestHost host) => [.. host.Calls.Tally().OrderBy(call => call.Key, StringComparer.Ordinal).Select(call => (call.Key, call.Value))];

    private sealed class CountingGroups : IGroupDirectory
    {
        public List<int> Asked { get; } = [];

        public ValueTask<IReadOnlyDictionary<string, Group>> FindAsync(GroupQuery query, CancellationToken cancellationToken)
        {
            Asked.Add(query.Texts.Count);
            return new(query.Texts.ToDictionary(text => text, text => new Group(text)));
        }
    }
}
