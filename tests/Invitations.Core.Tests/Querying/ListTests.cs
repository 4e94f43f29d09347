using Invitations.Tests.Accepting.Fixture;

namespace Invitations.Tests.Querying;

public sealed class ListTests
{
    public static TheoryData<InvitationFilter, string> Filters => new()
    {
        { new(), "ana bob carl dora eve" },
        { new() { Statuses = [InvitationStatus.Pending] }, "ana carl" },
        { new() { Statuses = [InvitationStatus.Expired] }, "dora" },
        { new() { Statuses = [InvitationStatus.Revoked, InvitationStatus.Accepted] }, "bob eve" },
        { new() { Search = "ANA@exam" }, "ana" },
        { new() { Search = "silva" }, "ana" },
        { new() { Search = "na silv" }, "ana" },
        { new() { Search = "e-7" }, "carl" },
        { new() { Search = "7911" }, "bob" },
        { new() { Search = "%" }, "" },
        { new() { Search = "_na" }, "" },
        { new() { Search = "" }, "ana bob carl dora eve" },
        { new() { InvitedBy = "u-gina" }, "bob" },
        { new() { InvitedBy = "U-GINA" }, "" },
        { new() { Group = "design" }, "bob carl" },
        { new() { Kind = GrantKind.Guest }, "carl" },
        { new() { Group = "design", Statuses = [InvitationStatus.Pending] }, "carl" },
        { new() { BatchId = Guid.Empty }, "" },
    };

    [Theory]
    [MemberData(nameof(Filters))]
    public async Task A_list_holds_what_its_filter_says_as_the_clock_sees_it(InvitationFilter filter, string names)
    {
        await using var site = new Site();
        await FillAsync(site);

        var page = await site.ListAsync(new() { Filter = filter });

        Assert.Empty(page.Errors);
        Assert.Null(page.NextCursor);
        Assert.Equal(
            names.Split(' ', StringSplitOptions.RemoveEmptyEntries), page.Items.Select(item => item.Recipient.Email!.Split('@')[0]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_batch_is_listed_by_its_id()
    {
        await using var site = new Site();
        await site.InviteAsync("ana@example.com");
        var batch = await site.AskAsync<IInvitationService, BulkInviteResult>(
            (service, token) => service.InviteManyAsync(Site.Acme, [new Invite("b@example.com"), new Invite("c@example.com")], Site.Admin, null, token));

        var page = await site.ListAsync(new() { Filter = new() { BatchId = batch.BatchId } });

        Assert.Equal(["b@example.com", "c@example.com"], page.Items.Select(item => item.Recipient.Email).Order());
    }

    [Fact]
    public async Task The_newest_come_first_unless_another_order_is_asked_for()
    {
        await using var site = new Site();
        await FillAsync(site);

        Assert.Equal(["eve", "carl", "bob", "ana", "dora"], Names(await site.ListAsync()));
        Assert.Equal(["dora", "ana", "bob", "carl", "eve"], Names(await site.ListAsync(new() { Sort = InvitationSort.ExpiringFirst })));

        static IEnumerable<string> Names(InvitationPage page) => page.Items.Select(item => item.Recipient.Email!.Split('@')[0]);
    }

    [Theory]
    [InlineData("the tenant's admin", "ana bob carl dora eve")]
    [InlineData("the group's admin", "bob carl")]
    [InlineData("another group's admin", "eve")]
    [InlineData("the inviting member", "dora")]
    [InlineData("another member", "")]
    public async Task Everybody_sees_their_own_part(string viewer, string names)
    {
        await using var site = new Site();
        await FillAsync(site);
        var who = viewer switch
        {
            "the tenant's admin" => Site.Admin,
            "the group's admin" => Inviter.GroupAdmin("u-other", ["design"]),
            "another group's admin" => Inviter.GroupAdmin("u-other", ["sales"]),
            "the inviting member" => Inviter.Member("u-mia", ["design", "sales"]),
            _ => Inviter.Member("u-max", ["design", "sales"]),
        };

        var page = await site.ListAsync(new() { Sort = InvitationSort.OldestFirst }, who);

        Assert.Equal(
            names.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(), page.Items.Select(item => item.Recipient.Email!.Split('@')[0]).Order());
    }

    [Theory]
    [InlineData(InviterLevel.None, "inviter.not_permitted")]
    [InlineData(InviterLevel.Guest, "inviter.not_permitted")]
    [InlineData(null, "inviter.unknown")]
    public async Task Guests_and_strangers_see_no_list(InviterLevel? level, string code)
    {
        await using var site = new Site();
        await FillAsync(site);

        var page = await site.ListAsync(viewer: new("u-x", null, level is { } known ? new() { Level = known, Groups = ["design"] } : null));

        Assert.Equal([code], page.Errors.Select(error => error.Code));
        Assert.Empty(page.Items);
        Assert.Null(page.NextCursor);
    }

    [Fact]
    public async Task Nobody_sees_another_tenant()
    {
        await using var site = new Site();
        await FillAsync(site);

        Assert.Empty((await site.ListAsync(tenant: Site.Globex)).Items);
        Assert.Empty((await site.ListAsync(viewer: Inviter.System("sync"), tenant: Site.Globex)).Items);
    }

    [Theory]
    [InlineData(-1, 1)]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(500, 500)]
    [InlineData(501, 500)]
    [InlineData(int.MaxValue, 500)]
    public async Task The_size_of_a_page_is_taken_to_the_nearest_bound(int asked, int expected)
    {
        await using var site = new Site();
        site.Tenants[Site.Acme] = Site.Settings with { BatchSize = 1000 };
        var invites = Enumerable.Range(0, 502).Select(i => new Invite($"p{i}@example.com")).ToList();
        await site.AskAsync<IInvitationService, BulkInviteResult>(
            (service, token) => service.InviteManyAsync(Site.Acme, invites, Site.Admin, null, token));

        var page = await site.ListAsync(new() { PageSize = asked });

        Assert.Equal(expected, page.Items.Count);
        Assert.NotNull(page.NextCursor);
    }

    private static async Task FillAsync(Site site)
    {
        site.Tenants[Site.Acme] = Site.Settings with { Authority = new() { MembersInvite = true }, Expiry = new() { Member = TimeSpan.FromDays(7), Most = TimeSpan.FromDays(30) } };
        await site.InviteAsync(new Invite("ana@example.com") { FirstName = "Ana", LastName = "Silva" });
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        var bob = await site.InviteAsync(
            new("bob@example.com") { Phone = "+447911123456", Groups = ["design"] }, Inviter.GroupAdmin("u-gina", ["design"]));
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        await site.InviteAsync(new Invite("carl@example.com") { Kind = GrantKind.Guest, Groups = ["design"], EmployeeId = "E-77" });
        site.Clock.Now = AdjustableClock.Start.AddHours(-1);
        await site.InviteAsync(new("dora@example.com"), Inviter.Member("u-mia"), new() { Lifetime = TimeSpan.FromHours(2) });
        site.Clock.Now = AdjustableClock.Start.AddHours(1);
        var eve = await site.InviteAsync(new Invite("eve@example.com") { Groups = ["sales"] });
        await site.RevokeAsync(bob);
        await site.AcceptAsync(await site.TokenAsync(eve), Acceptor.User("u-eve", ["eve@example.com"]));
    }
}
