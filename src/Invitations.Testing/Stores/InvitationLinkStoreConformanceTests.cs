using Invitations.Stores;

namespace Invitations.Testing;

/// <summary>Keeping links for many people: what is stored, found, listed and changed.</summary>
/// <param name="fixture">The store under test.</param>
public abstract class InvitationLinkStoreConformanceTests(StoreFixture fixture) : StoreConformanceTests(fixture)
{
    private readonly TenantId _tenant = SampleInvitations.NewTenant();

    [Fact]
    public async Task Every_field_of_a_link_comes_back_by_id_by_token_and_in_a_list()
    {
        var link = SampleLinks.Full(_tenant);
        Assert.Equal([nameof(InvitationLink.UseCount)], Fields.Unset(link));
        await using var session = await OpenAsync();

        await session.Links.AddAsync(link, Cancellation);

        Fields.AreEqual(link, await session.Links.FindAsync(_tenant, link.Id, Cancellation));
        Fields.AreEqual(link, await session.Links.FindByTokenAsync(link.Id, Cancellation));
        Fields.AreEqual(link, Assert.Single(await session.Links.ListAsync(new() { Tenant = _tenant, Take = 10 }, Cancellation)));
    }

    [Fact]
    public async Task A_link_with_nothing_optional_comes_back()
    {
        var link = SampleLinks.Active(_tenant) with { ExpiresAt = null, IsActive = false };

        await AddAsync(link);

        Fields.AreEqual(link, await ReadAsync(link));
    }

    [Fact]
    public async Task A_link_of_another_tenant_is_found_by_its_token_alone()
    {
        var link = SampleLinks.Active(_tenant);
        var other = new TenantId(_tenant.Value.ToUpperInvariant());
        await AddAsync(link);
        await using var session = await OpenAsync();

        Assert.Null(await session.Links.FindAsync(other, link.Id, Cancellation));
        Assert.Empty(await session.Links.ListAsync(new() { Tenant = other, Take = 10 }, Cancellation));
        Assert.Empty(await session.Links.ListUsesAsync(other, link.Id, null, 10, Cancellation));
        Assert.NotNull(await session.Links.FindByTokenAsync(link.Id, Cancellation));
        Assert.Null(await session.Links.FindByTokenAsync(Guid.NewGuid(), Cancellation));
    }

    [Fact]
    public async Task An_id_that_exists_is_not_overwritten()
    {
        var link = SampleLinks.Active(_tenant);
        await AddAsync(link);
        await using var session = await OpenAsync();

        await Assert.ThrowsAnyAsync<Exception>(() => session.Links.AddAsync(link with { Tenant = SampleInvitations.NewTenant(), Name = "Other" }, Cancellation));

        Fields.AreEqual(link, await ReadAsync(link));
    }

    [Fact]
    public async Task A_change_of_the_expected_version_is_made_as_a_whole_and_any_other_is_not()
    {
        var link = SampleLinks.Active(_tenant);
        await AddAsync(link);
        var updated = SampleLinks.Full(_tenant) with { Id = link.Id, CreatedAt = link.CreatedAt, Version = link.Version + 1 };
        await using var session = await OpenAsync();

        Assert.False(await session.Links.TryChangeAsync(updated, link.Version + 1, Cancellation));
        Assert.False(await session.Links.TryChangeAsync(updated with { Tenant = SampleInvitations.NewTenant() }, link.Version, Cancellation));
        Assert.False(await session.Links.TryChangeAsync(updated with { Id = Guid.NewGuid() }, link.Version, Cancellation));
        Fields.AreEqual(link, await ReadAsync(link));

        Assert.True(await session.Links.TryChangeAsync(updated, link.Version, Cancellation));
        Assert.False(await session.Links.TryChangeAsync(updated, link.Version, Cancellation));
        Fields.AreEqual(updated, await ReadAsync(link));
    }

    [Fact]
    public async Task A_change_leaves_the_count_of_uses_alone()
    {
        var link = SampleLinks.Active(_tenant);
        await AddAsync(link);
        await using var session = await OpenAsync();
        Assert.Equal(LinkUseOutcome.Taken, await session.Links.TryUseAsync(SampleLinks.Use(link, "user-2"), Cancellation));

        Assert.True(await session.Links.TryChangeAsync(link with { Name = "Day shift", UseCount = 7, Version = 2 }, 1, Cancellation));

        Fields.AreEqual(link with { Name = "Day shift", UseCount = 1, Version = 2 }, await ReadAsync(link));
    }

    [Fact]
    public async Task Of_many_changes_at_once_one_is_made()
    {
        await using var race = await Race.OpenAsync(Fixture, Race.Callers, Cancellation);
        for (var round = 0; round < Race.Rounds; round++)
        {
            var link = SampleLinks.Active(_tenant);
            await AddAsync(link);

            var changed = await race.RunAsync((session, number) =>
                session.Links.TryChangeAsync(link with { Name = $"Name {number}", Version = 2 }, 1, Cancellation));

            var winner = Assert.Single(changed.Index(), pair => pair.Item).Index;
            Fields.AreEqual(link with { Name = $"Name {winner}", Version = 2 }, await ReadAsync(link));
        }
    }

    [Fact]
    public async Task Links_are_listed_newest_first_and_page_by_page_each_once()
    {
        var links = Enumerable.Range(0, 11)
            .Select(number => SampleLinks.Active(_tenant) with { CreatedAt = SampleInvitations.Now.AddMicroseconds(number / 3) })
            .ToList();
        await AddAsync([.. links]);
        await using var session = await OpenAsync();

        var listed = new List<InvitationLink>();
        for (InvitationLink? last = null; listed.Count == 0 || last is not null;)
        {
            var page = await session.Links.ListAsync(
                new() { Tenant = _tenant, Take = 4, After = last is null ? null : new(last.CreatedAt, last.Id) }, Cancellation);
            listed.AddRange(page);
            last = page.Count == 4 ? page[^1] : null;
        }

        Assert.Equal(links.Select(link => link.Id).Order(), listed.Select(link => link.Id).Order());
        Assert.Equal(links.Select(link => link.CreatedAt).OrderDescending(), listed.Select(link => link.CreatedAt));
    }

    [Fact]
    public async Task A_list_can_be_restricted_to_what_is_on_to_somebodys_own_and_to_what_a_viewer_may_see()
    {
        var own = SampleLinks.Active(_tenant) with { InvitedBy = "Anna" };
        var off = SampleLinks.Active(_tenant) with { IsActive = false };
        var design = SampleLinks.Active(_tenant) with { Grant = new() { Groups = ["ops", "design"] } };
        var near = SampleLinks.Active(_tenant) with { InvitedBy = "anna", Grant = new() { Groups = ["design2"] } };
        await AddAsync(own, off, design, near);

        await ListsAsync(new() { Tenant = _tenant, Take = 10, IsActive = true }, own, design, near);
        await ListsAsync(new() { Tenant = _tenant, Take = 10, IsActive = false }, off);
        await ListsAsync(new() { Tenant = _tenant, Take = 10, InvitedBy = "Anna" }, own);
        await ListsAsync(new() { Tenant = _tenant, Take = 10, Visibility = new("Anna", []) }, own);
        await ListsAsync(new() { Tenant = _tenant, Take = 10, Visibility = new("Anna", ["design", "x"]) }, own, design);
        await ListsAsync(new() { Tenant = _tenant, Take = 10, IsActive = true, InvitedBy = "user-1", Visibility = new("Anna", ["design"]) }, design);
    }

    private async Task ListsAsync(LinkStoreQuery query, params InvitationLink[] expected)
    {
        await using var session = await OpenAsync();
        var listed = await session.Links.ListAsync(query, Cancellation);
        Assert.Equal(expected.Select(link => link.Id).Order(), listed.Select(link => link.Id).Order());
    }

    private async Task AddAsync(params InvitationLink[] links)
    {
        await using var session = await OpenAsync();
        foreach (var link in links)
            await session.Links.AddAsync(link, Cancellation);
    }

    private async Task<InvitationLink?> ReadAsync(InvitationLink link)
    {
        await using var session = await OpenAsync();
        return await session.Links.FindAsync(link.Tenant, link.Id, Cancellation);
    }
}
