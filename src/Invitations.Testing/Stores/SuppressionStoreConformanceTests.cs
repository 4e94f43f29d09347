using Invitations.Stores;

namespace Invitations.Testing;

/// <summary>Suppressed addresses: one entry for each scope and hash, found for a whole chunk at once, each scope by itself.</summary>
/// <param name="fixture">The store under test.</param>
public abstract class SuppressionStoreConformanceTests(StoreFixture fixture) : StoreConformanceTests(fixture)
{
    private readonly SuppressionScope _tenant = SampleInvitations.NewTenant();
    private readonly SuppressionScope _other = SampleInvitations.NewTenant();

    [Fact]
    public async Task An_entry_comes_back_as_it_went_in()
    {
        var ofTenant = SampleSuppressions.Entry(_tenant);
        var ofAll = SampleSuppressions.Entry(SuppressionScope.Everywhere) with { By = null, Reason = SuppressionReason.Declined };

        Assert.Equal(2, await AddAsync(ofTenant, ofAll));

        Assert.Equal(ofTenant, Assert.Single(await FindAsync([_tenant], ofTenant.AddressHash)));
        Assert.Equal(ofAll, Assert.Single(await FindAsync([SuppressionScope.Everywhere], ofAll.AddressHash)));
    }

    [Fact]
    public async Task A_second_entry_for_the_same_scope_and_hash_is_left_out_and_the_others_go_in()
    {
        var first = SampleSuppressions.Entry(_tenant);
        var second = SampleSuppressions.Entry(_tenant) with { AddressHash = first.AddressHash, Reason = SuppressionReason.Requested };
        var other = SampleSuppressions.Entry(_tenant);
        await AddAsync(first);

        Assert.Equal(1, await AddAsync(second, other));

        Assert.Equal(first, Assert.Single(await FindAsync([_tenant], first.AddressHash)));
        Assert.Equal(other, Assert.Single(await FindAsync([_tenant], other.AddressHash)));
    }

    [Fact]
    public async Task One_hash_can_be_in_many_scopes_and_is_found_in_those_that_are_asked()
    {
        var ofTenant = SampleSuppressions.Entry(_tenant);
        var ofOther = ofTenant with { Id = Guid.CreateVersion7(SampleInvitations.Now), Scope = _other };
        var ofAll = ofTenant with { Id = Guid.CreateVersion7(SampleInvitations.Now), Scope = SuppressionScope.Everywhere };
        await AddAsync(ofTenant, ofOther, ofAll);

        var found = await FindAsync([_tenant, SuppressionScope.Everywhere], ofTenant.AddressHash, SampleInvitations.NewText("nobody"));

        Assert.Equal(new HashSet<Suppression> { ofTenant, ofAll }, found.ToHashSet());
        Assert.Equal(2, found.Count);
        Assert.Equal(ofOther, Assert.Single(await FindAsync([_other], ofTenant.AddressHash)));
    }

    [Fact]
    public async Task Scopes_and_hashes_are_compared_ordinally()
    {
        var entry = SampleSuppressions.Entry(_tenant);
        await AddAsync(entry);

        Assert.Empty(await FindAsync([_tenant], entry.AddressHash.ToUpperInvariant()));
        Assert.Empty(await FindAsync([SuppressionScope.Of(_tenant.Tenant!.Value.Value.ToUpperInvariant())], entry.AddressHash));
        Assert.Empty(await FindAsync([_tenant]));
        Assert.Empty(await FindAsync([], entry.AddressHash));
    }

    [Fact]
    public async Task A_thousand_hashes_are_asked_about_at_once()
    {
        var entries = Enumerable.Range(0, 3).Select(_ => SampleSuppressions.Entry(_tenant)).ToArray();
        await AddAsync(entries);
        var hashes = Enumerable.Range(0, 1000).Select(_ => SampleInvitations.NewText("hash")).Concat(entries.Select(entry => entry.AddressHash));

        var found = await FindAsync([_tenant, SuppressionScope.Everywhere], [.. hashes]);

        Assert.Equal(entries.ToHashSet(), found.ToHashSet());
    }

    [Fact]
    public async Task What_is_removed_is_given_back_once_and_can_be_added_again()
    {
        var entry = SampleSuppressions.Entry(_tenant);
        await AddAsync(entry);

        Assert.Null(await RemoveAsync(_other, entry.Id));
        Assert.Null(await RemoveAsync(SuppressionScope.Everywhere, entry.Id));
        Assert.Equal(entry, await RemoveAsync(_tenant, entry.Id));
        Assert.Null(await RemoveAsync(_tenant, entry.Id));

        Assert.Empty(await FindAsync([_tenant], entry.AddressHash));
        Assert.Equal(1, await AddAsync(entry with { Id = Guid.CreateVersion7(SampleInvitations.Now) }));
    }

    [Fact]
    public async Task A_list_is_paged_by_place_and_has_only_its_own_scope()
    {
        var entries = Enumerable.Range(0, 5).Select(_ => SampleSuppressions.Entry(_tenant)).ToArray();
        await AddAsync([.. entries, SampleSuppressions.Entry(_other), SampleSuppressions.Entry(SuppressionScope.Everywhere)]);

        var listed = new List<Suppression>();
        for (Guid? after = null; ;)
        {
            var page = await ListAsync(_tenant, after, 2);
            listed.AddRange(page);
            if (page.Count < 2)
                break;
            after = page[^1].Id;
        }

        Assert.Equal(5, listed.Count);
        Assert.Equal(entries.ToHashSet(), listed.ToHashSet());
        Assert.Empty(await ListAsync(_tenant, null, 0));
    }

    [Fact]
    public async Task What_is_rolled_back_was_never_there()
    {
        var entry = SampleSuppressions.Entry(_tenant);
        await using (var session = await OpenAsync())
        {
            await session.Transaction.ExecuteAsync(
                async token =>
                {
                    await session.Suppressions.AddAsync([entry], token);
                    return TransactionOutcome.Rollback(Assert.Single(await session.Suppressions.FindAsync([_tenant], [entry.AddressHash], token)));
                },
                Cancellation);
        }

        Assert.Empty(await FindAsync([_tenant], entry.AddressHash));
    }

    [Fact]
    public async Task Of_many_who_add_one_address_at_once_one_does()
    {
        await using var race = await Race.OpenAsync(Fixture, Race.Callers, Cancellation);
        for (var round = 0; round < Race.Rounds; round++)
        {
            var entry = SampleSuppressions.Entry(_tenant);

            var added = await race.RunAsync((session, number) =>
                session.Suppressions.AddAsync([entry with { Id = Guid.CreateVersion7(SampleInvitations.Now), By = $"user-{number}" }], Cancellation));

            Assert.Equal(1, added.Sum());
            var kept = Assert.Single(await FindAsync([_tenant], entry.AddressHash));
            Assert.Equal($"user-{Array.IndexOf(added, 1)}", kept.By);
        }
    }

    private async Task<int> AddAsync(params Suppression[] entries)
    {
        await using var session = await OpenAsync();
        return await session.Suppressions.AddAsync(entries, Cancellation);
    }

    private async Task<IReadOnlyList<Suppression>> FindAsync(SuppressionScope[] scopes, params string[] hashes)
    {
        await using var session = await OpenAsync();
        return await session.Suppressions.FindAsync(scopes, hashes, Cancellation);
    }

    private async Task<Suppression?> RemoveAsync(SuppressionScope scope, Guid id)
    {
        await using var session = await OpenAsync();
        return await session.Suppressions.RemoveAsync(scope, id, Cancellation);
    }

    private async Task<IReadOnlyList<Suppression>> ListAsync(SuppressionScope scope, Guid? after, int take)
    {
        await using var session = await OpenAsync();
        return await session.Suppressions.ListAsync(scope, after, take, Cancellation);
    }
}
