using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Invitations.Stores.EntityFramework;

/// <summary>Runs work in a transaction of the host's context: a new one, or a part of the one that the host has begun.</summary>
internal sealed class EfTransaction(EfSession session) : IStoreTransaction
{
    private const string Savepoint = "invitations";

    private readonly DbContext _context = session.Context;

    public Task<T> ExecuteAsync<T>(Func<CancellationToken, Task<TransactionOutcome<T>>> work, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(work);
        cancellationToken.ThrowIfCancellationRequested();
        if (session.Transaction is { } outer)
            return JoinAsync(outer, work, cancellationToken);
        return _context.Database.CurrentTransaction is { } ofHost
            ? RunAsync(new SavepointScope(ofHost, Savepoint), work, cancellationToken)
            : Retries.RunAsync(session, token => RunAsync(new OwnTransactionScope(session), work, token), cancellationToken);
    }

    private static async Task<T> JoinAsync<T>(
        TransactionState outer, Func<CancellationToken, Task<TransactionOutcome<T>>> work, CancellationToken cancellationToken)
    {
        var isCommit = false;
        try
        {
            var outcome = await work(cancellationToken).ConfigureAwait(false);
            isCommit = outcome.IsCommit;
            return outcome.Value;
        }
        finally
        {
            outer.IsDoomed |= !isCommit;
        }
    }

    private async Task<T> RunAsync<T>(
        ITransactionScope scope, Func<CancellationToken, Task<TransactionOutcome<T>>> work, CancellationToken cancellationToken)
    {
        var tracked = TrackedEntities.Of(_context);
        await using var disposal = scope.ConfigureAwait(false);
        await scope.BeginAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var outcome = await WorkAsync(tracked, work, cancellationToken).ConfigureAwait(false);
            if (outcome.IsCommit)
            {
                // From here on only the database decides: a commit that is given up half-way leaves nobody knowing.
                await scope.CommitAsync(CancellationToken.None).ConfigureAwait(false);
            }
            else
            {
                tracked.Restore();
                await scope.RollbackAsync(CancellationToken.None).ConfigureAwait(false);
            }

            return outcome.Value;
        }
        catch
        {
            tracked.Restore();
            await UndoAsync(scope).ConfigureAwait(false);
            throw;
        }
    }

    private async Task<TransactionOutcome<T>> WorkAsync<T>(
        TrackedEntities tracked, Func<CancellationToken, Task<TransactionOutcome<T>>> work, CancellationToken cancellationToken)
    {
        var state = session.Transaction = new();
        try
        {
            var outcome = await work(cancellationToken).ConfigureAwait(false);
            if (!outcome.IsCommit)
                return outcome;
            if (state.IsDoomed)
                throw new InvalidOperationException("A part of the transaction rolled back or threw, so the whole cannot be committed.");

            await SaveAsync(tracked, cancellationToken).ConfigureAwait(false);
            await session.FlushAsync(cancellationToken).ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
            return outcome;
        }
        finally
        {
            session.Transaction = null;
            session.Forget();
        }
    }

    /// <summary>Rolls back after a fault. Where that fails too, the connection is gone and the server does it; the first fault says more.</summary>
    private static async Task UndoAsync(ITransactionScope scope)
    {
        try
        {
            await scope.RollbackAsync(CancellationToken.None).ConfigureAwait(false);
        }
        catch (DbException)
        {
        }
    }

    /// <summary>Saves what a handler has added to the context and not saved itself. What the host had pending before is not ours to save.</summary>
    private async Task SaveAsync(TrackedEntities tracked, CancellationToken cancellationToken)
    {
        if (!tracked.HasNewChanges())
            return;
        if (tracked.HasChanges)
        {
            throw new InvalidOperationException(
                $"INV013: a handler left changes in {_context.GetType().Name} that it did not save, next to changes that were pending before, so that the two " +
                "cannot be told apart. Call 'SaveChangesAsync()' in the handler, or before you call Invitations.");
        }

        // EF Core makes a savepoint of its own around every save in a transaction: two round trips. Where this save fails, all of the transaction goes.
        var (database, hasSavepoints) = (_context.Database, _context.Database.AutoSavepointsEnabled);
        database.AutoSavepointsEnabled = false;
        try
        {
            await _context.SaveChangesAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            database.AutoSavepointsEnabled = hasSavepoints;
        }
    }
}
