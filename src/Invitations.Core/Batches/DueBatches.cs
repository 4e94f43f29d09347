using Invitations.Stores;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Invitations;

/// <summary>Works off the batches whose time has come: sends what is scheduled, goes on where a node was cut off, deletes what nobody went on staging.</summary>
internal sealed class DueBatches(
    IBatchStore batches,
    BatchSender sender,
    BatchRemoval removal,
    TenantSettingsReader settings,
    InvitationClock clock,
    ILogger<DueBatches>? logger = null)
{
    private const int MostBatches = 20;

    /// <summary>A tenant whose settings cannot be used is tried again after that time, and is in nobody's way meanwhile.</summary>
    private static readonly TimeSpan Postponement = TimeSpan.FromHours(1);

    private readonly ILogger _logger = logger ?? NullLogger<DueBatches>.Instance;

    /// <param name="most">The most rows.</param>
    /// <param name="cancellationToken">Ends the step between two chunks; another node, or the next step, goes on.</param>
    /// <returns>How many rows and batches were worked on; 0 where nothing is due.</returns>
    public async Task<int> RunAsync(int most, CancellationToken cancellationToken)
    {
        var done = 0;
        foreach (var due in await batches.FindDueAsync(clock.Now, MostBatches, cancellationToken).ConfigureAwait(false))
        {
            done += due.Batch.Status switch
            {
                InvitationBatchStatus.Scheduled or InvitationBatchStatus.Sending => await SendAsync(due, most - done, cancellationToken).ConfigureAwait(false),
                InvitationBatchStatus.Staging => await AbandonAsync(due, cancellationToken).ConfigureAwait(false),
                _ => await removal.DeleteAsync(due, cancellationToken).ConfigureAwait(false) + 1,
            };
            if (done >= most)
                break;
        }

        return done;
    }

    private async Task<int> SendAsync(StoredBatch due, int most, CancellationToken cancellationToken)
    {
        var now = clock.Now;
        if (!await CanUseSettingsAsync(due, cancellationToken).ConfigureAwait(false))
        {
            var later = due with { Claim = null, DueAt = now + Postponement };
            return await TryChangeAsync(due, later, cancellationToken).ConfigureAwait(false) is null ? 0 : 1;
        }

        if (await TryChangeAsync(due, due.ClaimedBy(Guid.NewGuid(), now), cancellationToken).ConfigureAwait(false) is not { } claimed)
            return 0;
        try
        {
            var run = await sender.RunAsync(claimed, BatchOrderJson.Read(claimed.Order!), most, null, cancellationToken).ConfigureAwait(false);
            if (!run.IsFinished)
                await ReleaseAsync(run.Batch, claimed.Claim, cancellationToken).ConfigureAwait(false);
            return run.Progress.Read + 1;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // A node that is stopped leaves the rest to the next one at once.
            var left = await batches.FindAsync(claimed.Batch.Tenant, claimed.Batch.Id, CancellationToken.None).ConfigureAwait(false);
            await ReleaseAsync(left, claimed.Claim, CancellationToken.None).ConfigureAwait(false);
            throw;
        }
    }

    private async Task ReleaseAsync(StoredBatch? left, Guid? claim, CancellationToken cancellationToken)
    {
        if (left is not null && left.Claim == claim)
            await TryChangeAsync(left, left with { Claim = null, DueAt = clock.Now }, cancellationToken).ConfigureAwait(false);
    }

    private async Task<int> AbandonAsync(StoredBatch due, CancellationToken cancellationToken)
    {
        var deleting = await TryChangeAsync(due, due.Deleting(clock.Now), cancellationToken).ConfigureAwait(false);
        return deleting is null ? 0 : await removal.DeleteAsync(deleting, cancellationToken).ConfigureAwait(false) + 1;
    }

    private async Task<StoredBatch?> TryChangeAsync(StoredBatch before, StoredBatch after, CancellationToken cancellationToken)
    {
        after = after.Next(before);
        return await batches.TryChangeAsync(after, before.Batch.Version, cancellationToken).ConfigureAwait(false) ? after : null;
    }

    private async Task<bool> CanUseSettingsAsync(StoredBatch due, CancellationToken cancellationToken)
    {
        try
        {
            await settings.ReadAsync(due.Batch.Tenant, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (InvalidOperationException exception)
        {
            Log.BatchPostponed(_logger, exception, due.Batch.Tenant, due.Batch.Id);
            return false;
        }
    }
}
