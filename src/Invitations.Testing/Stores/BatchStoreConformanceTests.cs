using Invitations.Stores;

namespace Invitations.Testing;

/// <summary>Batches: each changed by one conditional statement, one for each key of a caller, found by place and by when they are due.</summary>
/// <param name="fixture">The store under test.</param>
public abstract class BatchStoreConformanceTests(StoreFixture fixture) : StoreConformanceTests(fixture)
{
    private readonly TenantId _tenant = SampleInvitations.NewTenant();
    private readonly TenantId _other = SampleInvitations.NewTenant();

    private static DateTimeOffset Now => SampleInvitations.Now;

    [Fact]
    public async Task Every_field_of_a_batch_comes_back_and_so_does_a_batch_that_says_little()
    {
        var (full, plain) = (SampleBatches.Full(_tenant), SampleBatches.Staged(_tenant));
        Assert.Empty(Fields.Unset(full));

        await AddAsync(full, plain);

        Fields.AreEqual(full, await FindAsync(full));
        Fields.AreEqual(plain, await FindAsync(plain));
    }

    [Fact]
    public async Task A_batch_of_another_tenant_is_not_found_changed_or_deleted()
    {
        var batch = SampleBatches.Full(_tenant);
        await AddAsync(batch);
        await using var session = await OpenAsync();

        Assert.Null(await session.Batches.FindAsync(_other, batch.Batch.Id, Cancellation));
        Assert.Null(await session.Batches.FindByKeyAsync(_other, batch.IdempotencyKey!, Cancellation));
        Assert.False(await session.Batches.DeleteAsync(_other, batch.Batch.Id, Cancellation));
        var stolen = batch with { Batch = batch.Batch with { Tenant = _other, Version = 8 } };
        Assert.False(await session.Batches.TryChangeAsync(stolen, 7, Cancellation));
        Fields.AreEqual(batch, await FindAsync(batch));
    }

    [Fact]
    public async Task A_second_batch_under_a_key_is_left_out_and_one_without_a_key_is_not()
    {
        var first = SampleBatches.Full(_tenant);
        await AddAsync(first, SampleBatches.Staged(_tenant), SampleBatches.Staged(_tenant), SampleBatches.Full(_other) with { IdempotencyKey = first.IdempotencyKey });
        await using var session = await OpenAsync();

        Assert.False(await session.Batches.TryAddAsync(SampleBatches.Full(_tenant) with { IdempotencyKey = first.IdempotencyKey }, Cancellation));

        Fields.AreEqual(first, await session.Batches.FindByKeyAsync(_tenant, first.IdempotencyKey!, Cancellation));
        Assert.Null(await session.Batches.FindByKeyAsync(_tenant, first.IdempotencyKey!.ToUpperInvariant(), Cancellation));
    }

    [Fact]
    public async Task A_key_that_was_given_up_can_be_used_again()
    {
        var first = SampleBatches.Full(_tenant);
        await AddAsync(first);
        await using var session = await OpenAsync();

        Assert.True(await session.Batches.TryChangeAsync(Next(first) with { IdempotencyKey = null }, first.Batch.Version, Cancellation));

        Assert.True(await session.Batches.TryAddAsync(SampleBatches.Full(_tenant) with { IdempotencyKey = first.IdempotencyKey }, Cancellation));
    }

    [Fact]
    public async Task An_id_that_exists_is_a_bug_and_nothing_is_overwritten()
    {
        var batch = SampleBatches.Staged(_tenant);
        await AddAsync(batch);
        await using var session = await OpenAsync();

        await Assert.ThrowsAnyAsync<Exception>(() => session.Batches.TryAddAsync(batch with { Options = "other" }, Cancellation));

        Fields.AreEqual(batch, await FindAsync(batch));
    }

    [Fact]
    public async Task A_change_holds_only_for_the_version_that_was_read()
    {
        var batch = SampleBatches.Staged(_tenant);
        await AddAsync(batch);
        var full = SampleBatches.Full(_tenant);
        var changed = full with { Batch = full.Batch with { Id = batch.Batch.Id, CreatedAt = batch.Batch.CreatedAt, Version = 2 } };
        await using var session = await OpenAsync();

        Assert.False(await session.Batches.TryChangeAsync(changed, 2, Cancellation));
        Fields.AreEqual(batch, await FindAsync(batch));
        Assert.True(await session.Batches.TryChangeAsync(changed, 1, Cancellation));
        Fields.AreEqual(changed, await FindAsync(batch));
        Assert.False(await session.Batches.TryChangeAsync(changed, 1, Cancellation));
    }

    [Fact]
    public async Task A_list_is_paged_by_place_and_has_what_is_asked_for()
    {
        var batches = Enumerable.Range(0, 7).Select(i => At(SampleBatches.Staged(_tenant), Now.AddSeconds(i / 2))).ToArray();
        StoredBatch[] others =
        [
            SampleBatches.Staged(_other),
            With(SampleBatches.Staged(_tenant), it => it with { Status = InvitationBatchStatus.Staging }),
            With(SampleBatches.Staged(_tenant), it => it with { CreatedBy = "USER-1" }),
            With(SampleBatches.Staged(_tenant), it => it with { IsFromSystem = true }),
        ];
        await AddAsync([.. batches, .. others]);
        await using var session = await OpenAsync();
        var query = new BatchStoreQuery
        {
            Tenant = _tenant,
            Statuses = [InvitationBatchStatus.Staged, InvitationBatchStatus.Sent],
            CreatedBy = "user-1",
            IsFromSystem = false,
            Take = 3,
        };

        var listed = new List<StoredBatch>();
        for (IReadOnlyList<StoredBatch> page = []; page.Count == 3 || listed.Count == 0;)
        {
            page = await session.Batches.ListAsync(query, Cancellation);
            listed.AddRange(page);
            if (page.Count > 0)
                query = query with { After = new(page[^1].Batch.CreatedAt, page[^1].Batch.Id) };
        }

        Assert.Equal(7, listed.Count);
        Assert.Equal(batches.Select(it => it.Batch.Id).ToHashSet(), listed.Select(it => it.Batch.Id).ToHashSet());
        Assert.Equal(listed.Select(it => it.Batch.CreatedAt).OrderDescending(), listed.Select(it => it.Batch.CreatedAt));
        Assert.Equal(9, (await session.Batches.ListAsync(query with { CreatedBy = null, IsFromSystem = null, After = null, Take = 100 }, Cancellation)).Count);
        Assert.Empty(await session.Batches.ListAsync(query with { Take = 0 }, Cancellation));
    }

    [Fact]
    public async Task What_is_due_is_found_across_tenants_the_longest_due_first()
    {
        // Long ago, so that what other tests have made due comes later.
        var past = DateTimeOffset.UnixEpoch.AddDays(Random.Shared.Next(1, 10_000)).AddTicks(Random.Shared.NextInt64(1, TimeSpan.TicksPerDay / 10) * 10);
        var late = SampleBatches.Staged(_tenant) with { DueAt = past };
        var later = SampleBatches.Staged(_other) with { DueAt = past.AddMicroseconds(-1) };
        await AddAsync(late, later, SampleBatches.Staged(_tenant), SampleBatches.Staged(_tenant) with { DueAt = past.AddMicroseconds(1) });
        await using var session = await OpenAsync();

        var found = await session.Batches.FindDueAsync(past, 1_000, Cancellation);

        Assert.Equal([later.Batch.Id, late.Batch.Id], found.Select(it => it.Batch.Id).Where(id => id == late.Batch.Id || id == later.Batch.Id));
        Assert.All(found, it => Assert.True(it.DueAt <= past));
        Assert.Empty(await session.Batches.FindDueAsync(past, 0, Cancellation));
        await session.Batches.DeleteAsync(_tenant, late.Batch.Id, Cancellation);
        await session.Batches.DeleteAsync(_other, later.Batch.Id, Cancellation);
    }

    [Fact]
    public async Task What_nobody_has_sent_is_found_the_longest_staged_first()
    {
        StoredBatch Unsent(DateTimeOffset stagedAt, TenantId? tenant = null) =>
            With(SampleBatches.Staged(tenant ?? _tenant), it => it with { Counts = new(1, 0, 0, 0), StagedAt = stagedAt });
        var (second, first) = (Unsent(Now), Unsent(Now.AddDays(-1)));
        await AddAsync(
            second,
            first,
            Unsent(Now.AddMicroseconds(1)),
            Unsent(Now, _other),
            With(Unsent(Now), it => it with { Counts = new(0, 3, 2, 1) }),
            With(Unsent(Now), it => it with { Status = InvitationBatchStatus.Scheduled }));
        await using var session = await OpenAsync();

        Assert.Equal([first.Batch.Id, second.Batch.Id], (await session.Batches.FindUnsentAsync(_tenant, Now, 10, Cancellation)).Select(it => it.Batch.Id));
        Assert.Equal(first.Batch.Id, Assert.Single(await session.Batches.FindUnsentAsync(_tenant, Now, 1, Cancellation)).Batch.Id);
        Assert.Empty(await session.Batches.FindUnsentAsync(_tenant, Now, 0, Cancellation));
    }

    [Fact]
    public async Task What_is_deleted_is_gone_and_its_key_is_free()
    {
        var batch = SampleBatches.Full(_tenant);
        await AddAsync(batch);
        await using var session = await OpenAsync();

        Assert.True(await session.Batches.DeleteAsync(_tenant, batch.Batch.Id, Cancellation));
        Assert.False(await session.Batches.DeleteAsync(_tenant, batch.Batch.Id, Cancellation));

        Assert.Null(await FindAsync(batch));
        Assert.Null(await session.Batches.FindByKeyAsync(_tenant, batch.IdempotencyKey!, Cancellation));
    }

    [Fact]
    public async Task A_tenant_with_batches_alone_is_listed_and_purged()
    {
        var batch = SampleBatches.Full(_tenant);
        await AddAsync(batch);
        await using var session = await OpenAsync();
        await session.BatchRows.AddAsync([SampleBatches.Row(batch, 1), SampleBatches.Row(batch, 2)], Cancellation);
        Assert.Contains(_tenant, await session.PersonalData.ListTenantsAsync(null, int.MaxValue, Cancellation));

        Assert.Equal(3, await session.PersonalData.PurgeTenantAsync(_tenant, 10, Cancellation));

        Assert.Null(await FindAsync(batch));
        Assert.Empty(await session.BatchRows.ListAsync(new() { Tenant = _tenant, BatchId = batch.Batch.Id, Take = 10 }, Cancellation));
        Assert.DoesNotContain(_tenant, await session.PersonalData.ListTenantsAsync(null, int.MaxValue, Cancellation));
    }

    [Fact]
    public async Task What_is_rolled_back_was_never_there()
    {
        var (kept, added) = (SampleBatches.Staged(_tenant), SampleBatches.Full(_tenant));
        await AddAsync(kept);
        await using var session = await OpenAsync();

        await session.Transaction.ExecuteAsync(
            async token =>
            {
                Assert.True(await session.Batches.TryAddAsync(added, token));
                Assert.True(await session.Batches.TryChangeAsync(Next(kept), 1, token));
                return TransactionOutcome.Rollback((await session.Batches.FindAsync(_tenant, kept.Batch.Id, token))!.Batch.Version);
            },
            Cancellation);

        Fields.AreEqual(kept, await FindAsync(kept));
        Assert.Null(await FindAsync(added));
        Assert.True(await session.Batches.TryAddAsync(added, Cancellation));
    }

    private static StoredBatch Next(StoredBatch batch) => With(batch, it => it with { Version = it.Version + 1 });

    private static StoredBatch At(StoredBatch batch, DateTimeOffset createdAt) => With(batch, it => it with { CreatedAt = createdAt });

    private static StoredBatch With(StoredBatch batch, Func<InvitationBatch, InvitationBatch> change) => batch with { Batch = change(batch.Batch) };

    private async Task AddAsync(params StoredBatch[] batches)
    {
        await using var session = await OpenAsync();
        foreach (var batch in batches)
            Assert.True(await session.Batches.TryAddAsync(batch, Cancellation));
    }

    private async Task<StoredBatch?> FindAsync(StoredBatch batch)
    {
        await using var session = await OpenAsync();
        return await session.Batches.FindAsync(batch.Batch.Tenant, batch.Batch.Id, Cancellation);
    }
}
