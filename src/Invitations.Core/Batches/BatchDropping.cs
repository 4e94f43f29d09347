using Invitations.Stores;
using Microsoft.Extensions.Options;

namespace Invitations;

/// <summary>Lets go of waiting rows: of a whole batch, of a group, of a person. The counts of the batch follow in the same transaction.</summary>
internal sealed class BatchDropping(
    IStoreTransaction transaction,
    IBatchStore batches,
    IBatchRowStore rows,
    IAuditStore audit,
    InvitationClock clock,
    IOptionsMonitor<MaintenanceOptions> options)
{
    /// <summary>Lets go of all waiting rows of a batch, or of those that lead into a group, in bounded steps.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="batchId">The batch.</param>
    /// <param name="group">The id of the group, or null for all rows.</param>
    /// <param name="by">Who does it, for the trail, or null for the clock.</param>
    /// <param name="cancellationToken">Ends the call between two steps.</param>
    /// <param name="steps">The most steps.</param>
    /// <returns>How many rows.</returns>
    public async Task<int> DropAsync(
        TenantId tenant, Guid batchId, string? group, string? by, CancellationToken cancellationToken, int steps = int.MaxValue)
    {
        var (total, take) = (0, options.CurrentValue.BatchSize);
        while (steps-- > 0 && await batches.FindAsync(tenant, batchId, cancellationToken).ConfigureAwait(false) is { Batch.Counts.Waiting: > 0 } found)
        {
            int dropped;
            if (group is null)
            {
                var expected = Math.Min(take, found.Batch.Counts.Waiting);
                dropped = await WriteAsync(found, expected, token => rows.DropAsync(new() { Tenant = tenant, BatchId = batchId, Take = expected }, token), by, cancellationToken)
                    .ConfigureAwait(false);
            }
            else
            {
                var query = new BatchRowQuery { Tenant = tenant, BatchId = batchId, Statuses = [BatchRowStatus.Waiting], Groups = [group], Take = take };
                var meant = await rows.ListAsync(query, cancellationToken).ConfigureAwait(false);
                if (meant.Count == 0)
                    break;
                dropped = await DropAsync(found, meant, by, cancellationToken).ConfigureAwait(false);
            }

            total += dropped;
        }

        return total;
    }

    /// <summary>Lets go of certain rows of a batch.</summary>
    /// <returns>How many; 0 where somebody else has changed the batch or the rows in the meantime.</returns>
    public Task<int> DropAsync(StoredBatch found, IReadOnlyList<StoredBatchRow> meant, string? by, CancellationToken cancellationToken)
    {
        BatchRowReport[] reports = [.. meant.Select(row => new BatchRowReport(row.Position, BatchRowStatus.Dropped))];
        return WriteAsync(
            found, reports.Length, token => rows.ReportAsync(found.Batch.Tenant, found.Batch.Id, reports, token), by, cancellationToken);
    }

    private Task<int> WriteAsync(
        StoredBatch found, int expected, Func<CancellationToken, Task<int>> drop, string? by, CancellationToken cancellationToken)
    {
        var after = found.Dropping(expected).Next(found);
        var entry = BatchWriter.EntryOf(
            after.Batch, AuditAction.BatchRowsDropped, by, clock.Now, ("rows", expected.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        return transaction.ExecuteAsync(
            async token =>
            {
                // The batch first, as whoever sends does: two that meet wait for each other only one way round.
                if (!await batches.TryChangeAsync(after, found.Batch.Version, token).ConfigureAwait(false)
                    || await drop(token).ConfigureAwait(false) != expected)
                {
                    return TransactionOutcome.Rollback(0);
                }

                await audit.AppendAsync([entry], token).ConfigureAwait(false);
                return TransactionOutcome.Commit(expected);
            },
            cancellationToken);
    }
}
