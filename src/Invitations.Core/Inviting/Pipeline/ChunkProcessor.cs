using System.Diagnostics;
using Invitations.Stores;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Invitations;

/// <summary>Reviews a chunk, writes it in one transaction, and tells everybody who wants to know.</summary>
internal sealed class ChunkProcessor(
    ChunkReviewer reviewer,
    ChunkCapacity capacity,
    ChunkWriter writer,
    IStoreTransaction transaction,
    IdempotencyLedger ledger,
    EventPublisher events,
    DeliverySignal signal,
    Instrumentation instrumentation,
    ILogger<ChunkProcessor>? logger = null)
{
    private readonly ILogger _logger = logger ?? NullLogger<ChunkProcessor>.Instance;

    /// <summary>Does one chunk on its own: its right rows are written, whatever becomes of the other chunks.</summary>
    public async Task<IReadOnlyList<InviteResult>> ProcessAsync(
        InviteOperation operation, IReadOnlyList<Invite> invites, int firstPosition, IdempotencyRecord? done, CancellationToken cancellationToken)
    {
        if (done is not null)
            return Replay(operation, done, invites, firstPosition);

        var started = Stopwatch.GetTimestamp();
        var chunk = await reviewer.ReviewAsync(operation, invites, firstPosition, cancellationToken).ConfigureAwait(false);
        if (operation.Options.DryRun)
        {
            await capacity.PreviewAsync(operation, chunk, cancellationToken).ConfigureAwait(false);
            return [.. chunk.Rows.Select(Preview)];
        }

        var writes = await WriteAsync(operation, [chunk], Record(operation, invites, firstPosition), cancellationToken).ConfigureAwait(false);
        if (await FindDoneByAnotherAsync(operation, writes, firstPosition, cancellationToken).ConfigureAwait(false) is { } first)
            return Replay(operation, first, invites, firstPosition);
        await TellAsync(operation, writes, started, cancellationToken).ConfigureAwait(false);
        return writes.Results;
    }

    /// <summary>Does all chunks in one transaction, or none.</summary>
    public async Task<IReadOnlyList<InviteResult>> ProcessAllOrNothingAsync(
        InviteOperation operation, IReadOnlyList<Invite> invites, int chunkSize, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        if (await ledger.FindAsync(operation, 1, cancellationToken).ConfigureAwait(false) is { } done)
            return Replay(operation, done, invites, 1);

        var chunks = new List<Chunk>();
        var position = 1;
        foreach (var rows in invites.Chunk(chunkSize))
        {
            chunks.Add(await reviewer.ReviewAsync(operation, rows, position, cancellationToken).ConfigureAwait(false));
            position += rows.Length;
        }

        foreach (var chunk in operation.Options.DryRun ? chunks : [])
            await capacity.PreviewAsync(operation, chunk, cancellationToken).ConfigureAwait(false);
        var isRefused = chunks.Any(chunk => chunk.HasRefusals);
        if (operation.Options.DryRun || isRefused)
            return [.. chunks.SelectMany(chunk => chunk.Rows).Select(row => isRefused ? NotDone(row) : Preview(row))];

        var writes = await WriteAsync(operation, chunks, Record(operation, invites, 1), cancellationToken).ConfigureAwait(false);
        if (await FindDoneByAnotherAsync(operation, writes, 1, cancellationToken).ConfigureAwait(false) is { } first)
            return Replay(operation, first, invites, 1);
        if (!writes.IsCommitted)
            return [.. writes.Results.Select(NotDone)];
        await TellAsync(operation, writes, started, cancellationToken).ConfigureAwait(false);
        return writes.Results;
    }

    /// <summary>Does one chunk of rows that somebody else keeps an account of.</summary>
    /// <param name="operation">The call.</param>
    /// <param name="invites">The rows, which say their positions.</param>
    /// <param name="record">Writes the account in the transaction of the chunk; with false nothing is done.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The results, or null where nothing was done.</returns>
    public async Task<IReadOnlyList<InviteResult>?> TryProcessAsync(
        InviteOperation operation,
        IReadOnlyList<Invite> invites,
        Func<IReadOnlyList<InviteResult>, CancellationToken, Task<bool>> record,
        CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        var chunk = await reviewer.ReviewAsync(operation, invites, 1, cancellationToken).ConfigureAwait(false);
        var writes = await WriteAsync(operation, [chunk], (done, _, token) => record(done.Results, token), cancellationToken).ConfigureAwait(false);
        if (!writes.IsCommitted)
            return null;
        await TellAsync(operation, writes, started, cancellationToken).ConfigureAwait(false);
        return writes.Results;
    }

    /// <summary>Remembers a chunk under the idempotency key of the call, where it has one.</summary>
    private Func<ChunkWrites, DateTimeOffset, CancellationToken, Task<bool>> Record(
        InviteOperation operation, IReadOnlyList<Invite> invites, int firstPosition) =>
        (done, now, token) => ledger.TryWriteAsync(operation, invites, firstPosition, done.Results, now, token);

    private Task<ChunkWrites> WriteAsync(
        InviteOperation operation,
        List<Chunk> chunks,
        Func<ChunkWrites, DateTimeOffset, CancellationToken, Task<bool>> record,
        CancellationToken cancellationToken) =>
        transaction.ExecuteAsync(
            async token =>
            {
                var writes = chunks.ConvertAll(chunk => new ChunkWrite { Results = new InviteResult[chunk.Rows.Count] });
                var reservation = await capacity.TakeAsync(operation, chunks, writes, token).ConfigureAwait(false);
                for (var i = 0; i < chunks.Count; i++)
                    await writer.WriteAsync(operation, chunks[i], writes[i], token).ConfigureAwait(false);
                if (operation.Options.Mode is BatchMode.AllOrNothing && writes.Exists(write => write.HasConflicts))
                    return TransactionOutcome.Rollback(new ChunkWrites(writes, IsCommitted: false));

                await capacity.SettleAsync(operation, reservation, writes, token).ConfigureAwait(false);
                for (var i = 0; i < chunks.Count; i++)
                    await writer.FinishAsync(operation, chunks[i], writes[i], token).ConfigureAwait(false);
                var done = new ChunkWrites(writes, IsCommitted: true);
                var isFirst = await record(done, chunks[0].Now, token).ConfigureAwait(false);
                return isFirst ? TransactionOutcome.Commit(done) : TransactionOutcome.Rollback(new ChunkWrites([], IsCommitted: false));
            },
            cancellationToken);

    /// <summary>What another caller has written under the same key while this one was about to; its rows are then the conflicts of this one.</summary>
    private async Task<IdempotencyRecord?> FindDoneByAnotherAsync(
        InviteOperation operation, ChunkWrites writes, int firstPosition, CancellationToken cancellationToken)
    {
        if (writes.IsCommitted)
            return null;
        var done = await ledger.FindAsync(operation, firstPosition, cancellationToken).ConfigureAwait(false);
        return done is null && writes.Chunks.Count == 0
            ? throw new InvalidOperationException("The store refused an idempotency key that it does not hold.")
            : done;
    }

    private IReadOnlyList<InviteResult> Replay(InviteOperation operation, IdempotencyRecord done, IReadOnlyList<Invite> invites, int firstPosition)
    {
        var results = ledger.Replay(operation, done, invites, firstPosition);
        if (!operation.IsInConflict)
            Log.ChunkReplayed(_logger, operation.Context.Tenant, firstPosition);
        return results;
    }

    private async Task TellAsync(InviteOperation operation, ChunkWrites writes, long started, CancellationToken cancellationToken)
    {
        instrumentation.ChunkDone(Stopwatch.GetElapsedTime(started));
        foreach (var write in writes.Chunks)
        {
            foreach (var outcome in write.Results.CountBy(result => result.Outcome))
                instrumentation.Invited(outcome.Key, outcome.Value);
            var succeeded = write.Results.Count(result => result.Succeeded);
            Log.RowsInvited(_logger, operation.Context.Tenant, write.Results.Length, succeeded, write.Results.Length - succeeded);
            if (!writes.IsCommitted)
                continue;
            if (write.Deliveries.Count > 0)
                signal.Notify();
            await events.PublishAsync(write.Events, cancellationToken).ConfigureAwait(false);
        }
    }

    private static InviteResult Preview(InviteRow row) => row.Outcome is InviteOutcome.Refused
        ? row.Refused()
        : new(row.Policy.Row, row.Outcome) { Recipient = row.Recipient, Warnings = row.Policy.Warnings, DynamicGroups = row.DynamicGroups };

    private static InviteResult NotDone(InviteRow row) => row.Outcome is InviteOutcome.Refused
        ? row.Refused()
        : new(row.Policy.Row, InviteOutcome.NotDone) { Recipient = row.Recipient };

    private static InviteResult NotDone(InviteResult result) =>
        result.Succeeded ? new(result.Row, InviteOutcome.NotDone) { Recipient = result.Recipient } : result;
}
