using Invitations.Stores;

namespace Invitations.Testing;

/// <summary>Using links: never more people than the cap, nobody twice, and a row for each that the count equals.</summary>
/// <param name="fixture">The store under test.</param>
public abstract class LinkUseConformanceTests(StoreFixture fixture) : StoreConformanceTests(fixture)
{
    private static readonly DateTimeOffset Now = SampleInvitations.Now;

    private readonly TenantId _tenant = SampleInvitations.NewTenant();

    [Fact]
    public async Task A_use_is_counted_and_comes_back_with_every_field()
    {
        var link = await HaveAsync();
        var request = SampleLinks.Use(link, "user-2", "form-1");
        Assert.Empty(Fields.Unset(request.Use));

        Assert.Equal(LinkUseOutcome.Taken, await UseAsync(request));

        await using var session = await OpenAsync();
        Fields.AreEqual(request.Use, Assert.Single(await session.Links.ListUsesAsync(_tenant, link.Id, null, 10, Cancellation)));
        Fields.AreEqual(request.Use, await session.Links.FindUseAsync(_tenant, link.Id, new("user-2", IsAttempt: false), Cancellation));
        Fields.AreEqual(request.Use, await session.Links.FindUseAsync(_tenant, link.Id, new("form-1", IsAttempt: true), Cancellation));
        Fields.AreEqual(link with { UseCount = 1 }, await session.Links.FindAsync(_tenant, link.Id, Cancellation));
    }

    [Fact]
    public async Task A_user_and_an_attempt_have_one_use_each()
    {
        var link = await HaveAsync();
        Assert.Equal(LinkUseOutcome.Taken, await UseAsync(SampleLinks.Use(link, "user-2", "form-1")));

        Assert.Equal(LinkUseOutcome.UsedBefore, await UseAsync(SampleLinks.Use(link, "user-2")));
        Assert.Equal(LinkUseOutcome.UsedBefore, await UseAsync(SampleLinks.Use(link, null, "form-1")));
        Assert.Equal(LinkUseOutcome.UsedBefore, await UseAsync(SampleLinks.Use(link, "user-3", "form-1")));
        Assert.Equal(1, await CountedAsync(link));

        Assert.Equal(LinkUseOutcome.Taken, await UseAsync(SampleLinks.Use(link, "User-2")));
        Assert.Equal(LinkUseOutcome.Taken, await UseAsync(SampleLinks.Use(link, "form-1")));
        Assert.Equal(LinkUseOutcome.Taken, await UseAsync(SampleLinks.Use(link, null, "user-2")));
        Assert.Equal(LinkUseOutcome.Taken, await UseAsync(SampleLinks.Use(link, null)));
        Assert.Equal(LinkUseOutcome.Taken, await UseAsync(SampleLinks.Use(link, null)));
        Assert.Equal(6, await CountedAsync(link));
    }

    [Fact]
    public async Task Each_link_has_uses_of_its_own()
    {
        var (one, other) = (await HaveAsync(), await HaveAsync());
        await UseAsync(SampleLinks.Use(one, "user-2", "form-1"));

        Assert.Equal(LinkUseOutcome.Taken, await UseAsync(SampleLinks.Use(other, "user-2", "form-1")));

        await using var session = await OpenAsync();
        Assert.Null(await session.Links.FindUseAsync(_tenant, Guid.NewGuid(), new("user-2", IsAttempt: false), Cancellation));
        Assert.Null(await session.Links.FindUseAsync(SampleInvitations.NewTenant(), one.Id, new("user-2", IsAttempt: false), Cancellation));
        Assert.Equal((1, 1), (await CountedAsync(one), await CountedAsync(other)));
    }

    [Fact]
    public async Task What_is_off_expired_at_its_cap_or_changed_is_not_used()
    {
        var off = await HaveAsync(link => link with { IsActive = false });
        var expired = await HaveAsync(link => link with { ExpiresAt = Now });
        var full = await HaveAsync(link => link with { UseLimit = 1 });
        var changed = await HaveAsync();
        Assert.Equal(LinkUseOutcome.Taken, await UseAsync(SampleLinks.Use(full, "user-2")));

        Assert.Equal(LinkUseOutcome.Unusable, await UseAsync(SampleLinks.Use(off, "user-3")));
        Assert.Equal(LinkUseOutcome.Unusable, await UseAsync(SampleLinks.Use(expired, "user-3")));
        Assert.Equal(LinkUseOutcome.Unusable, await UseAsync(SampleLinks.Use(full, "user-3")));
        Assert.Equal(LinkUseOutcome.Unusable, await UseAsync(SampleLinks.Use(changed, "user-3") with { ExpectedVersion = 2 }));
        Assert.Equal(LinkUseOutcome.Unusable, await UseAsync(SampleLinks.Use(changed with { Tenant = SampleInvitations.NewTenant() }, "user-3")));
        Assert.Equal(LinkUseOutcome.Unusable, await UseAsync(SampleLinks.Use(SampleLinks.Active(_tenant), "user-3")));

        Assert.Equal((0, 0, 1, 0), (await CountedAsync(off), await CountedAsync(expired), await CountedAsync(full), await CountedAsync(changed)));
    }

    [Fact]
    public async Task A_use_until_the_last_microsecond_and_without_an_expiry_is_taken()
    {
        var last = await HaveAsync(link => link with { ExpiresAt = Now.AddMicroseconds(1) });
        var endless = await HaveAsync(link => link with { ExpiresAt = null });

        Assert.Equal(LinkUseOutcome.Taken, await UseAsync(SampleLinks.Use(last, "user-2")));
        Assert.Equal(LinkUseOutcome.Taken, await UseAsync(SampleLinks.Use(endless, "user-2")));
    }

    [Fact]
    public async Task A_use_that_rolls_back_leaves_neither_row_nor_count()
    {
        var link = await HaveAsync(link => link with { UseLimit = 1 });
        await using (var session = await OpenAsync())
        {
            await session.Transaction.ExecuteAsync(
                async token =>
                {
                    Assert.Equal(LinkUseOutcome.Taken, await session.Links.TryUseAsync(SampleLinks.Use(link, "user-2", "form-1"), token));
                    return TransactionOutcome.Rollback(0);
                },
                Cancellation);
        }

        Assert.Equal(0, await CountedAsync(link));
        Assert.Equal(LinkUseOutcome.Taken, await UseAsync(SampleLinks.Use(link, "user-2", "form-1")));
    }

    [Fact]
    public async Task A_sign_up_gets_its_user_afterwards_and_each_user_once()
    {
        var link = await HaveAsync();
        var (first, second) = (SampleLinks.Use(link, null, "form-1"), SampleLinks.Use(link, null));
        await UseAsync(first);
        await UseAsync(second);
        await using var session = await OpenAsync();

        Assert.True(await session.Links.TrySetUserAsync(first.Use, "user-2", Cancellation));
        Assert.False(await session.Links.TrySetUserAsync(first.Use, "user-3", Cancellation));
        Assert.False(await session.Links.TrySetUserAsync(second.Use, "user-2", Cancellation));
        Assert.False(await session.Links.TrySetUserAsync(SampleLinks.Use(link, null).Use, "user-3", Cancellation));
        Assert.True(await session.Links.TrySetUserAsync(second.Use, "user-3", Cancellation));

        Fields.AreEqual(first.Use with { UserId = "user-2" }, await session.Links.FindUseAsync(_tenant, link.Id, new("user-2", IsAttempt: false), Cancellation));
        Fields.AreEqual(first.Use with { UserId = "user-2" }, await session.Links.FindUseAsync(_tenant, link.Id, new("form-1", IsAttempt: true), Cancellation));
        Assert.Equal(LinkUseOutcome.UsedBefore, await UseAsync(SampleLinks.Use(link, "user-3")));
        Assert.Equal(2, await CountedAsync(link));
    }

    [Fact]
    public async Task Uses_are_listed_oldest_first_and_page_by_page_each_once()
    {
        var link = await HaveAsync();
        var requests = Enumerable.Range(0, 11)
            .Select(number => SampleLinks.Use(link, $"user-{number}"))
            .Select((request, number) => request with { Use = request.Use with { UsedAt = Now.AddMicroseconds(number / 3) } })
            .ToList();
        foreach (var request in requests)
            Assert.Equal(LinkUseOutcome.Taken, await UseAsync(request));
        await using var session = await OpenAsync();

        var listed = new List<LinkUse>();
        for (LinkUse? last = null; listed.Count == 0 || last is not null;)
        {
            var page = await session.Links.ListUsesAsync(_tenant, link.Id, last, 4, Cancellation);
            listed.AddRange(page);
            last = page.Count == 4 ? page[^1] : null;
        }

        Assert.Equal(requests.Select(request => request.Use.InvitationId).Order(), listed.Select(use => use.InvitationId).Order());
        Assert.Equal(requests.Select(request => request.Use.UsedAt), listed.Select(use => use.UsedAt));
    }

    [Fact]
    public async Task Of_200_at_once_exactly_as_many_as_the_cap_get_in()
    {
        const int Cap = 100;
        await using var race = await Race.OpenAsync(Fixture, callers: 200, Cancellation);
        for (var round = 0; round < Race.Rounds; round++)
        {
            var link = await HaveAsync(link => link with { UseLimit = Cap });

            var outcomes = await race.RunAsync((session, number) => session.Links.TryUseAsync(SampleLinks.Use(link, $"user-{number}"), Cancellation));

            Assert.Equal(Cap, outcomes.Count(outcome => outcome is LinkUseOutcome.Taken));
            Assert.Equal(outcomes.Length - Cap, outcomes.Count(outcome => outcome is LinkUseOutcome.Unusable));
            Assert.Equal(Cap, await CountedAsync(link));
        }
    }

    [Fact]
    public async Task Of_one_person_many_times_at_once_one_use_is_taken()
    {
        await using var race = await Race.OpenAsync(Fixture, Race.Callers, Cancellation);
        for (var round = 0; round < Race.Rounds; round++)
        {
            var link = await HaveAsync();

            var outcomes = await race.RunAsync((session, number) => session.Links.TryUseAsync(
                number % 2 == 0 ? SampleLinks.Use(link, "user-2", "form-1") : SampleLinks.Use(link, null, "form-1"), Cancellation));

            Assert.Single(outcomes, outcome => outcome is LinkUseOutcome.Taken);
            Assert.Equal(outcomes.Length - 1, outcomes.Count(outcome => outcome is LinkUseOutcome.UsedBefore));
            Assert.Equal(1, await CountedAsync(link));
        }
    }

    [Fact]
    public async Task After_a_change_nobody_gets_in_by_what_was_judged_before()
    {
        await using var race = await Race.OpenAsync(Fixture, Race.Callers, Cancellation);
        for (var round = 0; round < Race.Rounds; round++)
        {
            var link = await HaveAsync();

            var taken = await race.RunAsync(async (session, number) =>
            {
                if (number > 0)
                    return (await session.Links.TryUseAsync(SampleLinks.Use(link, $"user-{number}"), Cancellation)) is LinkUseOutcome.Taken;
                Assert.True(await session.Links.TryChangeAsync(link with { IsActive = false, Version = 2 }, 1, Cancellation));
                return false;
            });

            Assert.Equal(taken.Count(isTaken => isTaken), await CountedAsync(link));
            Assert.Equal(LinkUseOutcome.Unusable, await UseAsync(SampleLinks.Use(link, "late")));
        }
    }

    private async Task<InvitationLink> HaveAsync(Func<InvitationLink, InvitationLink>? change = null)
    {
        var link = SampleLinks.Active(_tenant);
        link = change?.Invoke(link) ?? link;
        await using var session = await OpenAsync();
        await session.Links.AddAsync(link, Cancellation);
        return link;
    }

    private async Task<LinkUseOutcome> UseAsync(LinkUseRequest request)
    {
        await using var session = await OpenAsync();
        return await session.Links.TryUseAsync(request, Cancellation);
    }

    /// <summary>The count of the link, which has to be the number of its rows.</summary>
    private async Task<int> CountedAsync(InvitationLink link)
    {
        await using var session = await OpenAsync();
        var stored = await session.Links.FindAsync(link.Tenant, link.Id, Cancellation);
        Assert.Equal(stored!.UseCount, (await session.Links.ListUsesAsync(link.Tenant, link.Id, null, 1_000, Cancellation)).Count);
        return stored.UseCount;
    }
}
