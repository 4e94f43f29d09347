using Invitations.Stores;

namespace Invitations.Testing;

/// <summary>The rows of batches: added by the chunk, listed by position, reported on once, let go of, found by the person.</summary>
/// <param name="fixture">The store under test.</param>
public abstract class BatchRowStoreConformanceTests(StoreFixture fixture) : StoreConformanceTests(fixture)
{
    private readonly StoredBatch _batch = SampleBatches.Staged(SampleInvitations.NewTenant());

    private TenantId Tenant => _batch.Batch.Tenant;

    private BatchRowQuery All => new() { Tenant = Tenant, BatchId = _batch.Batch.Id, Take = 10_000 };

    [Fact]
    public async Task Every_field_of_a_row_comes_back_and_so_does_a_row_that_says_little()
    {
        var full = SampleBatches.FullRow(_batch, 1);
        var plain = SampleBatches.Row(_batch, 2) with { Recipient = new(), Content = null };
        Assert.Empty(Fields.Unset(full));

        await AddAsync(full, plain);

        var found = await ListAsync(All);
        Assert.Equal(2, found.Count);
        Fields.AreEqual(full, found[0]);
        Fields.AreEqual(plain, found[1]);
    }

    [Fact]
    public async Task Rows_come_in_the_order_of_their_positions_page_by_page()
    {
        List<int> positions = [3, 1, 5, 2, 4, 10, 9];
        await AddAsync([.. positions.Select(position => SampleBatches.Row(_batch, position))]);

        Assert.Equal([1, 2, 3, 4, 5, 9, 10], (await ListAsync(All)).Select(row => row.Position));
        Assert.Equal([4, 5, 9], (await ListAsync(All with { After = 3, Take = 3 })).Select(row => row.Position));
        Assert.Empty(await ListAsync(All with { After = 10 }));
        Assert.Empty(await ListAsync(All with { Take = 0 }));
        Assert.Empty(await ListAsync(All with { Tenant = SampleInvitations.NewTenant() }));
        Assert.Empty(await ListAsync(All with { BatchId = Guid.NewGuid() }));
    }

    [Fact]
    public async Task Rows_are_found_by_status_and_by_any_of_some_groups_literally()
    {
        await AddAsync(
            SampleBatches.Row(_batch, 1) with { Groups = ["design"] },
            SampleBatches.Row(_batch, 2) with { Groups = ["ops", "design"] },
            SampleBatches.Row(_batch, 3) with { Groups = ["Design", "designers", "de%ign"] },
            SampleBatches.Row(_batch, 4),
            SampleBatches.Row(_batch, 5) with { Groups = ["ops"], Status = BatchRowStatus.Refused });

        Assert.Equal([1, 2], await PositionsAsync(All with { Groups = ["design"] }));
        Assert.Equal([1, 2, 5], await PositionsAsync(All with { Groups = ["design", "ops"] }));
        Assert.Equal([1, 2], await PositionsAsync(All with { Groups = ["design", "ops"], Statuses = [BatchRowStatus.Waiting] }));
        Assert.Equal([3], await PositionsAsync(All with { Groups = ["de%ign"] }));
        Assert.Equal([5], await PositionsAsync(All with { Statuses = [BatchRowStatus.Refused, BatchRowStatus.Sent] }));
        Assert.Empty(await PositionsAsync(All with { Groups = ["d_sign"] }));
    }

    [Fact]
    public async Task A_position_that_exists_is_a_bug_and_nothing_of_the_call_goes_in()
    {
        var first = SampleBatches.Row(_batch, 1);
        await AddAsync(first);

        await Assert.ThrowsAnyAsync<Exception>(() => AddAsync(SampleBatches.Row(_batch, 2), SampleBatches.Row(_batch, 1)));

        Fields.AreEqual(first, Assert.Single(await ListAsync(All)));
    }

    [Fact]
    public async Task A_report_is_written_where_a_row_waits_and_a_row_that_does_not_go_on_waiting_forgets_the_person()
    {
        var invitation = Guid.NewGuid();
        var rows = Enumerable.Range(1, 4).Select(i => SampleBatches.FullRow(_batch, i) with { Status = BatchRowStatus.Waiting, Outcome = null, InvitationId = null, Errors = null }).ToArray();
        await AddAsync([.. rows, SampleBatches.FullRow(_batch, 5)]);
        BatchRowReport[] reports =
        [
            new(1, BatchRowStatus.Sent, InviteOutcome.Invited, invitation),
            new(2, BatchRowStatus.Waiting, InviteOutcome.Refused, null, "[]"),
            new(3, BatchRowStatus.Dropped),
            new(5, BatchRowStatus.Sent, InviteOutcome.Invited, invitation),
            new(6, BatchRowStatus.Sent),
        ];

        Assert.Equal(3, await ReportAsync(reports));
        Assert.Equal(1, await ReportAsync(reports));

        var found = await ListAsync(All);
        Fields.AreEqual(Left(rows[0]) with { Status = BatchRowStatus.Sent, Outcome = InviteOutcome.Invited, InvitationId = invitation }, found[0]);
        Fields.AreEqual(rows[1] with { Outcome = InviteOutcome.Refused, Errors = "[]" }, found[1]);
        Fields.AreEqual(Left(rows[2]) with { Status = BatchRowStatus.Dropped }, found[2]);
        Fields.AreEqual(rows[3], found[3]);
        Assert.Equal((BatchRowStatus.Refused, false), (found[4].Status, found[4].Recipient.IsAnyone));
    }

    [Fact]
    public async Task A_report_of_another_tenant_or_batch_is_written_nowhere()
    {
        await AddAsync(SampleBatches.Row(_batch, 1));
        await using var session = await OpenAsync();

        Assert.Equal(0, await session.BatchRows.ReportAsync(SampleInvitations.NewTenant(), _batch.Batch.Id, [new(1, BatchRowStatus.Sent)], Cancellation));
        Assert.Equal(0, await session.BatchRows.ReportAsync(Tenant, Guid.NewGuid(), [new(1, BatchRowStatus.Sent)], Cancellation));
        Assert.Equal(0, await session.BatchRows.ReportAsync(Tenant, _batch.Batch.Id, [], Cancellation));

        Assert.Equal(BatchRowStatus.Waiting, Assert.Single(await ListAsync(All)).Status);
    }

    [Fact]
    public async Task Waiting_rows_are_let_go_of_so_many_at_once_and_those_of_a_group_alone()
    {
        await AddAsync(
        [
            .. Enumerable.Range(1, 6).Select(i => SampleBatches.Row(_batch, i) with { Groups = i % 2 == 0 ? ["even"] : [], Errors = "[]", Outcome = InviteOutcome.Refused }),
            SampleBatches.FullRow(_batch, 7),
        ]);

        Assert.Equal(2, await DropAsync(All with { Groups = ["even"], Take = 2 }));
        Assert.Equal(1, await DropAsync(All with { Groups = ["even"], Take = 2 }));
        Assert.Equal([2, 4, 6], await PositionsAsync(All with { Statuses = [BatchRowStatus.Dropped] }));
        Assert.Equal(3, await DropAsync(All with { Statuses = [BatchRowStatus.Refused] }));
        Assert.Equal(0, await DropAsync(All));
        Assert.Equal(0, await DropAsync(All with { Take = 0 }));

        Assert.All(
            (await ListAsync(All)).Take(6),
            row => Assert.Equal((BatchRowStatus.Dropped, null, true, 0, null, null), (row.Status, row.Content, row.Recipient.IsAnyone, row.Groups.Count, row.Errors, row.Outcome)));
    }

    [Fact]
    public async Task Rows_are_deleted_so_many_at_once()
    {
        var other = SampleBatches.Staged(Tenant);
        await AddAsync([.. Enumerable.Range(1, 5).Select(i => SampleBatches.Row(_batch, i))]);
        await AddAsync(SampleBatches.Row(other, 1));
        await using var session = await OpenAsync();

        Assert.Equal(3, await session.BatchRows.DeleteAsync(Tenant, _batch.Batch.Id, 3, Cancellation));
        Assert.Equal(0, await session.BatchRows.DeleteAsync(SampleInvitations.NewTenant(), _batch.Batch.Id, 3, Cancellation));
        Assert.Equal(2, await session.BatchRows.DeleteAsync(Tenant, _batch.Batch.Id, 3, Cancellation));
        Assert.Equal(0, await session.BatchRows.DeleteAsync(Tenant, _batch.Batch.Id, 3, Cancellation));

        Assert.Single(await ListAsync(All with { BatchId = other.Batch.Id }));
    }

    [Fact]
    public async Task A_persons_rows_are_found_by_each_value_in_one_tenant_or_in_all_page_by_page()
    {
        var elsewhere = SampleBatches.Staged(SampleInvitations.NewTenant());
        var recipient = SampleInvitations.Full(Tenant).Recipient with { Phone = $"+3247{Random.Shared.Next(1_000_000, 9_999_999)}" };
        await AddAsync([.. Enumerable.Range(1, 3).Select(i => SampleBatches.Row(_batch, i) with { Recipient = recipient }), SampleBatches.Row(_batch, 4)]);
        await AddAsync(SampleBatches.Row(elsewhere, 1) with { Recipient = recipient });
        await using var session = await OpenAsync();

        foreach (var key in UniqueKey.Of(recipient, Profile.Empty))
        {
            var first = await session.BatchRows.FindByRecipientAsync(Tenant, key, null, 2, Cancellation);
            var rest = await session.BatchRows.FindByRecipientAsync(Tenant, key, first[^1], 2, Cancellation);
            Assert.Equal([1, 2, 3], first.Concat(rest).Select(row => row.Position));
            Assert.Equal(4, (await session.BatchRows.FindByRecipientAsync(null, key, null, 10, Cancellation)).Count);
            Assert.Empty(await session.BatchRows.FindByRecipientAsync(SampleInvitations.NewTenant(), key, null, 10, Cancellation));
            Assert.Empty(await session.BatchRows.FindByRecipientAsync(Tenant, key with { Value = key.Value + "x" }, null, 10, Cancellation));
            Assert.Empty(await session.BatchRows.FindByRecipientAsync(Tenant, key, null, 0, Cancellation));
        }

        await Assert.ThrowsAsync<ArgumentException>(() => session.BatchRows.FindByRecipientAsync(Tenant, new(UniqueKeyKind.EmployeeId, "1"), null, 10, Cancellation));
    }

    [Fact]
    public async Task A_thousand_rows_go_in_and_are_reported_on_at_once()
    {
        await AddAsync([.. Enumerable.Range(1, 1_000).Select(i => SampleBatches.Row(_batch, i))]);

        Assert.Equal(1_000, await ReportAsync([.. Enumerable.Range(1, 1_000).Select(i => new BatchRowReport(i, BatchRowStatus.Sent, InviteOutcome.Invited, Guid.NewGuid()))]));

        Assert.All(await ListAsync(All), row => Assert.Equal((BatchRowStatus.Sent, true), (row.Status, row.InvitationId is not null)));
    }

    [Fact]
    public async Task What_is_rolled_back_was_never_there()
    {
        await AddAsync(SampleBatches.Row(_batch, 1));
        await using (var session = await OpenAsync())
        {
            await session.Transaction.ExecuteAsync(
                async token =>
                {
                    await session.BatchRows.AddAsync([SampleBatches.Row(_batch, 2)], token);
                    await session.BatchRows.ReportAsync(Tenant, _batch.Batch.Id, [new(1, BatchRowStatus.Sent)], token);
                    return TransactionOutcome.Rollback((await session.BatchRows.ListAsync(All, token)).Count);
                },
                Cancellation);
        }

        Assert.Equal((1, BatchRowStatus.Waiting), Assert.Single((await ListAsync(All)).Select(row => (row.Position, row.Status))));
    }

    private static StoredBatchRow Left(StoredBatchRow row) => row with { Recipient = new(), Groups = [], Content = null };

    private async Task AddAsync(params StoredBatchRow[] rows)
    {
        await using var session = await OpenAsync();
        await session.BatchRows.AddAsync(rows, Cancellation);
    }

    private async Task<IReadOnlyList<StoredBatchRow>> ListAsync(BatchRowQuery query)
    {
        await using var session = await OpenAsync();
        return await session.BatchRows.ListAsync(query, Cancellation);
    }

    private async Task<IEnumerable<int>> PositionsAsync(BatchRowQuery query) => (await ListAsync(query)).Select(row => row.Position);

    private async Task<int> ReportAsync(BatchRowReport[] reports)
    {
        await using var session = await OpenAsync();
        return await session.BatchRows.ReportAsync(Tenant, _batch.Batch.Id, reports, Cancellation);
    }

    private async Task<int> DropAsync(BatchRowQuery query)
    {
        await using var session = await OpenAsync();
        return await session.BatchRows.DropAsync(query, Cancellation);
    }
}
