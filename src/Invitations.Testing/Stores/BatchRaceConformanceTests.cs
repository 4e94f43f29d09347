using Invitations.Stores;

namespace Invitations.Testing;

/// <summary>Batches: what many callers at once come to.</summary>
/// <param name="fixture">The store under test.</param>
public abstract class BatchRaceConformanceTests(StoreFixture fixture) : StoreConformanceTests(fixture)
{
    private readonly TenantId _tenant = SampleInvitations.NewTenant();

    [Fact]
    public async Task Of_many_who_stage_under_one_key_one_adds_the_batch()
    {
        await using var race = await Race.OpenAsync(Fixture, Race.Callers, Cancellation);
        for (var round = 0; round < Race.Rounds; round++)
        {
            var key = SampleInvitations.NewText("key");

            var added = await race.RunAsync((session, number) => session.Batches.TryAddAsync(
                SampleBatches.Staged(_tenant) with { IdempotencyKey = key, Options = $"{number}" }, Cancellation));

            Assert.Single(added, isAdded => isAdded);
            await using var session = await OpenAsync();
            Assert.Equal($"{Array.IndexOf(added, true)}", (await session.Batches.FindByKeyAsync(_tenant, key, Cancellation))!.Options);
        }
    }

    [Fact]
    public async Task Of_many_who_send_rename_schedule_and_delete_at_once_one_has_its_way()
    {
        await using var race = await Race.OpenAsync(Fixture, Race.Callers, Cancellation);
        for (var round = 0; round < Race.Rounds; round++)
        {
            var batch = await AddAsync();

            var won = await race.RunAsync((session, number) => session.Batches.TryChangeAsync(Changed(batch, number), batch.Batch.Version, Cancellation));

            Assert.Single(won, isWon => isWon);
            await using var session = await OpenAsync();
            var stored = await session.Batches.FindAsync(_tenant, batch.Batch.Id, Cancellation);
            Fields.AreEqual(Changed(batch, Array.IndexOf(won, true)), stored);
        }
    }

    [Fact]
    public async Task Of_many_who_send_one_chunk_at_once_one_sends_each_row_and_the_others_leave_no_trace()
    {
        const int Rows = 20;
        await using var race = await Race.OpenAsync(Fixture, Race.Callers, Cancellation);
        for (var round = 0; round < Race.Rounds; round++)
        {
            var batch = await AddAsync();
            await using var session = await OpenAsync();
            await session.BatchRows.AddAsync([.. Enumerable.Range(1, Rows).Select(i => SampleBatches.Row(batch, i))], Cancellation);

            var sent = await race.RunAsync((own, number) => own.Transaction.ExecuteAsync(
                async token =>
                {
                    var invitations = Enumerable.Range(1, Rows).Select(_ => SampleInvitations.Pending(_tenant) with { BatchId = batch.Batch.Id }).ToList();
                    Assert.Empty(await own.Invitations.AddAsync(invitations, token));
                    if (!await own.Batches.TryChangeAsync(Changed(batch, number), batch.Batch.Version, token))
                        return TransactionOutcome.Rollback(0);
                    BatchRowReport[] reports = [.. invitations.Select((it, i) => new BatchRowReport(i + 1, BatchRowStatus.Sent, InviteOutcome.Invited, it.Id))];
                    return TransactionOutcome.Commit(await own.BatchRows.ReportAsync(_tenant, batch.Batch.Id, reports, token));
                },
                Cancellation));

            Assert.Equal(Rows, sent.Sum());
            var rows = await session.BatchRows.ListAsync(new() { Tenant = _tenant, BatchId = batch.Batch.Id, Take = 100 }, Cancellation);
            var made = await session.Queries.ListAsync(
                new() { Tenant = _tenant, Filter = new() { BatchId = batch.Batch.Id }, Now = SampleInvitations.Now, Sort = InvitationSort.OldestFirst, Take = 1_000 }, Cancellation);
            Assert.Equal(rows.Select(row => row.InvitationId!.Value).Order(), made.Select(it => it.Id).Order());
            Assert.Equal(Rows, made.Count);
        }
    }

    [Fact]
    public async Task Of_many_who_let_go_of_one_row_at_once_one_does()
    {
        await using var race = await Race.OpenAsync(Fixture, Race.Callers, Cancellation);
        for (var round = 0; round < Race.Rounds; round++)
        {
            var batch = await AddAsync();
            await using var session = await OpenAsync();
            await session.BatchRows.AddAsync([SampleBatches.Row(batch, 1), SampleBatches.Row(batch, 2)], Cancellation);

            var written = await race.RunAsync((own, number) => number % 2 == 0
                ? own.BatchRows.ReportAsync(_tenant, batch.Batch.Id, [new(1, BatchRowStatus.Dropped)], Cancellation)
                : own.BatchRows.DropAsync(new() { Tenant = _tenant, BatchId = batch.Batch.Id, Take = 1 }, Cancellation));

            Assert.InRange(written.Sum(), 1, 2);
            var rows = await session.BatchRows.ListAsync(new() { Tenant = _tenant, BatchId = batch.Batch.Id, Take = 10 }, Cancellation);
            Assert.Equal(written.Sum(), rows.Count(row => row.Status is BatchRowStatus.Dropped));
        }
    }

    /// <summary>What each caller wants: to rename, to schedule, to send, or to delete.</summary>
    private static StoredBatch Changed(StoredBatch batch, int number)
    {
        var next = batch with { Batch = batch.Batch with { Version = batch.Batch.Version + 1, Name = $"caller {number}" } };
        return (number % 4) switch
        {
            0 => next,
            1 => next with { Batch = next.Batch with { Status = InvitationBatchStatus.Scheduled, SendAt = SampleInvitations.Now }, DueAt = SampleInvitations.Now.AddYears(100) },
            2 => next with { Batch = next.Batch with { Status = InvitationBatchStatus.Sending }, Claim = batch.Batch.Id },
            _ => next with { Batch = next.Batch with { Status = InvitationBatchStatus.Deleting } },
        };
    }

    private async Task<StoredBatch> AddAsync()
    {
        var batch = SampleBatches.Staged(_tenant);
        await using var session = await OpenAsync();
        Assert.True(await session.Batches.TryAddAsync(batch, Cancellation));
        return batch;
    }
}
