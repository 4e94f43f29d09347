using System.Buffers.Text;
using System.Text;
using Invitations.Tests.Accepting.Fixture;

namespace Invitations.Tests.Querying;

public sealed class PagingTests
{
    private static readonly Guid SomeId = Guid.Parse("01890a5d-ac96-774b-bcce-b302099a8057");

    public static TheoryData<string> Mangled =>
    [
        "nonsense", "====", "AAAA", new string('A', 201), "é", " ", "../..", Cursor("0"), Cursor("0.1"), Cursor("0.x." + SomeId.ToString("N")),
        Cursor($"0..{SomeId:N}"), Cursor($"0.-1.{SomeId:N}"), Cursor($"0.{long.MaxValue}.{SomeId:N}"), Cursor($"0.1.{SomeId:D}"), Cursor($"0.1.{SomeId:N}.1"),
        Cursor($"1.1.{SomeId:N}"), Cursor($"2.1.{SomeId:N}"), Cursor($"00.1.{SomeId:N}"), Cursor($"0.99999999999999999999.{SomeId:N}"),
    ];

    [Theory]
    [MemberData(nameof(Mangled))]
    public async Task A_mangled_cursor_is_refused(string cursor)
    {
        await using var site = new Site();
        await site.InviteAsync("ana@example.com");

        var page = await site.ListAsync(new() { Cursor = cursor });

        Assert.Equal(["cursor.invalid"], page.Errors.Select(error => error.Code));
        Assert.Empty(page.Items);
    }

    [Theory]
    [InlineData(InvitationSort.NewestFirst, InvitationSort.OldestFirst)]
    [InlineData(InvitationSort.OldestFirst, InvitationSort.ExpiringFirst)]
    [InlineData(InvitationSort.ExpiringFirst, InvitationSort.NewestFirst)]
    public async Task A_cursor_is_good_for_its_own_order_only(InvitationSort made, InvitationSort used)
    {
        await using var site = new Site();
        await FillAsync(site, 3);
        var cursor = (await site.ListAsync(new() { Sort = made, PageSize = 1 })).NextCursor;

        Assert.Equal(["cursor.invalid"], (await site.ListAsync(new() { Sort = used, Cursor = cursor })).Errors.Select(error => error.Code));
    }

    [Fact]
    public async Task A_cursor_from_elsewhere_shows_nobody_more_than_they_may_see()
    {
        await using var site = new Site();
        await FillAsync(site, 5);
        var foreign = (await site.ListAsync(new() { PageSize = 1 })).NextCursor;

        Assert.Empty((await site.ListAsync(new() { Cursor = foreign }, tenant: Site.Globex)).Items);
        Assert.Empty((await site.ListAsync(new() { Cursor = foreign }, Inviter.Member("u-mia"))).Items);
    }

    [Theory]
    [InlineData(InvitationSort.NewestFirst)]
    [InlineData(InvitationSort.OldestFirst)]
    [InlineData(InvitationSort.ExpiringFirst)]
    public async Task Every_row_comes_exactly_once_and_in_order_while_others_are_added_between_the_pages(InvitationSort sort)
    {
        await using var site = new Site();
        var before = await FillAsync(site, 40);
        var added = 0;

        var seen = await WalkAsync(site, sort, size: 3, betweenPages: async () =>
        {
            if (added < 10)
                await FillAsync(site, 1, from: 100 + added++);
        });

        Assert.Equal(seen.Count, seen.Select(item => item.Id).Distinct().Count());
        Assert.Superset(before.ToHashSet(), seen.Select(item => item.Id).ToHashSet());
        var instants = seen.Select(item => sort is InvitationSort.ExpiringFirst ? item.ExpiresAt ?? DateTimeOffset.MaxValue : item.CreatedAt).ToList();
        Assert.Equal(sort is InvitationSort.NewestFirst ? instants.OrderDescending() : instants.Order(), instants);
    }

    [Theory]
    [InlineData(InvitationSort.NewestFirst)]
    [InlineData(InvitationSort.OldestFirst)]
    [InlineData(InvitationSort.ExpiringFirst)]
    public async Task No_row_is_lost_or_doubled_while_others_are_added_at_the_same_time(InvitationSort sort)
    {
        await using var site = new Site();
        var before = await FillAsync(site, 60);

        var ids = await Race.RunAsync(
            async () => (await WalkAsync(site, sort, size: 2)).ConvertAll(item => item.Id),
            () => FillAsync(site, 60, from: 100),
            async () => (await WalkAsync(site, sort, size: 7)).ConvertAll(item => item.Id));

        Assert.All([ids[0], ids[2]], seen =>
        {
            Assert.Equal(seen.Count, seen.Distinct().Count());
            Assert.Superset(before.ToHashSet(), seen.ToHashSet());
        });
    }

    [Fact]
    public async Task A_filter_goes_along_through_all_pages()
    {
        await using var site = new Site();
        await FillAsync(site, 30);

        var seen = await WalkAsync(site, InvitationSort.OldestFirst, size: 2, new() { Search = "p1" });

        Assert.Equal(["p1", "p10", "p11", "p12", "p13", "p14", "p15", "p16", "p17", "p18", "p19"], seen.Select(item => item.Recipient.Email!.Split('@')[0]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_full_last_page_says_that_it_is_the_last()
    {
        await using var site = new Site();
        await FillAsync(site, 4);

        var first = await site.ListAsync(new() { PageSize = 2 });
        var second = await site.ListAsync(new() { PageSize = 2, Cursor = first.NextCursor });

        Assert.Equal((2, 2), (first.Items.Count, second.Items.Count));
        Assert.Null(second.NextCursor);
    }

    private static string Cursor(string text) => Base64Url.EncodeToString(Encoding.ASCII.GetBytes(text));

    private static async Task<List<Invitation>> WalkAsync(
        Site site, InvitationSort sort, int size, InvitationFilter? filter = null, Func<Task>? betweenPages = null)
    {
        var seen = new List<Invitation>();
        string? cursor = null;
        do
        {
            var page = await site.ListAsync(new() { Sort = sort, PageSize = size, Cursor = cursor, Filter = filter ?? new() });
            Assert.Empty(page.Errors);
            Assert.InRange(page.Items.Count, 0, size);
            seen.AddRange(page.Items);
            cursor = page.NextCursor;
            if (betweenPages is not null)
                await betweenPages();
        }
        while (cursor is not null);
        return seen;
    }

    /// <summary>Several rows have the same instant, and some do not expire.</summary>
    private static async Task<List<Guid>> FillAsync(Site site, int count, int from = 0)
    {
        site.Tenants[Site.Acme] = Site.Settings with { Expiry = new() { Member = null } };
        var ids = new List<Guid>();
        for (var i = from; i < from + count; i++)
        {
            TimeSpan? lifetime = i % 5 == 0 ? null : TimeSpan.FromDays(1 + (i % 4));
            ids.Add(await site.InviteAsync(new Invite($"p{i}@example.com"), options: new() { Lifetime = lifetime }));
            if (i % 3 == 0)
                site.Clock.Advance(TimeSpan.FromMicroseconds(1));
        }

        return ids;
    }
}
