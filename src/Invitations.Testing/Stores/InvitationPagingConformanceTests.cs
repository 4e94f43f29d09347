using Invitations.Stores;

namespace Invitations.Testing;

/// <summary>Going through a list page by page: each row once, in order, whatever rows are alike and whatever comes in between.</summary>
/// <param name="fixture">The store under test.</param>
public abstract class InvitationPagingConformanceTests(StoreFixture fixture) : StoreConformanceTests(fixture)
{
    private const int Rows = 1_000;

    public static TheoryData<InvitationSort> Sorts { get; } = [.. Enum.GetValues<InvitationSort>()];

    [Theory]
    [MemberData(nameof(Sorts))]
    public async Task Rows_with_equal_instants_come_exactly_once(InvitationSort sort)
    {
        var tenant = SampleInvitations.NewTenant();
        await AddAsync([.. Enumerable.Range(0, Rows).Select(_ => SampleInvitations.Pending(tenant))]);

        await PagesAsync(Query(tenant, sort), Rows, pageSize: 37);
    }

    [Theory]
    [MemberData(nameof(Sorts))]
    public async Task Rows_with_few_instants_and_without_expiry_come_exactly_once_and_in_order(InvitationSort sort)
    {
        var tenant = SampleInvitations.NewTenant();
        await AddAsync([.. Enumerable.Range(0, Rows).Select(number => SampleInvitations.Pending(tenant) with
        {
            CreatedAt = SampleInvitations.Now.AddMicroseconds(number % 7),
            ExpiresAt = number % 3 == 0 ? null : SampleInvitations.Now.AddMicroseconds(number % 5),
        })]);

        var rows = await PagesAsync(Query(tenant, sort), Rows, pageSize: 41);

        var instants = rows.Select(row => sort == InvitationSort.ExpiringFirst ? row.ExpiresAt ?? DateTimeOffset.MaxValue : row.CreatedAt).ToList();
        Assert.Equal(sort == InvitationSort.NewestFirst ? instants.OrderDescending() : instants.Order(), instants);
    }

    [Theory]
    [MemberData(nameof(Sorts))]
    public async Task A_filtered_list_is_paged_like_a_whole_one(InvitationSort sort)
    {
        var tenant = SampleInvitations.NewTenant();
        await AddAsync([.. Enumerable.Range(0, Rows).Select(number => SampleInvitations.Pending(tenant) with
        {
            InvitedBy = number % 4 == 0 ? "user-1" : "user-2",
            ExpiresAt = number % 2 == 0 ? null : SampleInvitations.Now.AddDays(1),
        })]);

        var query = Query(tenant, sort) with { Filter = new() { InvitedBy = "user-1" }, Visibility = new("user-1", []) };
        await PagesAsync(query, Rows / 4, pageSize: 17);
    }

    [Theory]
    [MemberData(nameof(Sorts))]
    public async Task Rows_that_come_and_go_between_two_pages_neither_repeat_nor_hide_others(InvitationSort sort)
    {
        var tenant = SampleInvitations.NewTenant();
        var early = Enumerable.Range(0, 60).Select(number => At(tenant, number)).ToList();
        await AddAsync(early);
        await using var session = await OpenAsync();
        var query = Query(tenant, sort) with { Filter = new() { Statuses = [InvitationStatus.Pending] }, Take = 20 };
        var first = await session.Queries.ListAsync(query, Cancellation);

        await AddAsync([.. Enumerable.Range(-20, 100).Select(number => At(tenant, number))]);
        await session.Invitations.ChangeAsync([.. first.Select(row => SampleInvitations.Acceptance(row))], Cancellation);
        var rest = await session.Queries.ListAsync(query with { After = Place(first[^1], sort), Take = Rows }, Cancellation);

        var all = first.Concat(rest).Select(row => row.Id).ToList();
        Assert.Distinct(all);
        Assert.All(early, row => Assert.Contains(row.Id, all));
    }

    [Fact]
    public async Task A_list_ends_with_an_empty_page()
    {
        var invitation = SampleInvitations.Pending(SampleInvitations.NewTenant());
        await AddAsync(invitation);
        await using var session = await OpenAsync();

        foreach (var sort in Enum.GetValues<InvitationSort>())
        {
            var query = Query(invitation.Tenant, sort) with { Take = 10, After = Place(invitation, sort) };
            Assert.Empty(await session.Queries.ListAsync(query, Cancellation));
        }
    }

    private static Invitation At(TenantId tenant, int number) => SampleInvitations.Pending(tenant) with
    {
        CreatedAt = SampleInvitations.Now.AddSeconds(number),
        ExpiresAt = SampleInvitations.Now.AddDays(1).AddSeconds(number),
    };

    private static InvitationKeyset Place(Invitation row, InvitationSort sort) =>
        new(sort == InvitationSort.ExpiringFirst ? row.ExpiresAt : row.CreatedAt, row.Id);

    private static InvitationStoreQuery Query(TenantId tenant, InvitationSort sort) =>
        new() { Tenant = tenant, Filter = new(), Now = SampleInvitations.Now, Sort = sort, Take = 0 };

    private async Task<List<Invitation>> PagesAsync(InvitationStoreQuery query, int expected, int pageSize)
    {
        await using var session = await OpenAsync();
        var rows = new List<Invitation>();
        InvitationKeyset? after = null;
        while (rows.Count <= expected)
        {
            var page = await session.Queries.ListAsync(query with { After = after, Take = pageSize }, Cancellation);
            rows.AddRange(page);
            if (page.Count == 0)
                break;
            Assert.Equal(Math.Min(pageSize, expected - rows.Count + page.Count), page.Count);
            after = Place(page[^1], query.Sort);
        }

        Assert.Equal(expected, rows.Count);
        Assert.Distinct(rows.Select(row => row.Id));
        return rows;
    }
}
