namespace Invitations.Stores.InMemory;

/// <summary>A service scope's view of the database, and its transaction.</summary>
/// <remarks>
/// The transaction belongs to the flow of control that started it and not to the scope alone: two callers at once in one scope, such as the root
/// scope of a console program, are two transactions and wait for each other.
/// </remarks>
internal sealed class InMemorySession(InMemoryDatabase database) : IStoreTransaction
{
    private readonly AsyncLocal<TransactionState?> _transaction = new();

    public InMemoryDatabase Database => database;

    private TransactionState? Current => _transaction.Value is { IsEnded: false } transaction ? transaction : null;

    /// <summary>Runs one reading statement.</summary>
    /// <param name="statement">Gets whether it sees the drafts.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task<T> ReadAsync<T>(Func<bool, T> statement, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
            return Task.FromCanceled<T>(cancellationToken);
        lock (database.Sync)
            return Task.FromResult(statement(Current is not null));
    }

    /// <summary>Runs one writing statement, in the transaction or in one of its own.</summary>
    public async Task<T> WriteAsync<T>(Func<T> statement, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (database.Sync)
        {
            if (Current is { } transaction)
                return RunJoined(transaction, statement);
        }

        await database.EnterAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            lock (database.Sync)
                return RunAlone(statement);
        }
        finally
        {
            database.Leave();
        }
    }

    public async Task<T> ExecuteAsync<T>(Func<CancellationToken, Task<TransactionOutcome<T>>> work, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(work);
        if (Current is { } outer)
            return await JoinAsync(outer, work, cancellationToken).ConfigureAwait(false);

        await database.EnterAsync(cancellationToken).ConfigureAwait(false);
        var transaction = new TransactionState();
        var isCommitted = false;
        try
        {
            _transaction.Value = transaction;
            var outcome = await work(cancellationToken).ConfigureAwait(false);
            if (outcome.IsCommit)
            {
                cancellationToken.ThrowIfCancellationRequested();
                Commit(transaction);
                isCommitted = true;
            }

            return outcome.Value;
        }
        finally
        {
            if (!isCommitted)
                Rollback(transaction);
            database.Leave();
        }
    }

    private static async Task<T> JoinAsync<T>(
        TransactionState outer, Func<CancellationToken, Task<TransactionOutcome<T>>> work, CancellationToken cancellationToken)
    {
        var isDoomed = true;
        try
        {
            var outcome = await work(cancellationToken).ConfigureAwait(false);
            isDoomed = !outcome.IsCommit;
            return outcome.Value;
        }
        finally
        {
            if (isDoomed)
                outer.IsDoomed = true;
        }
    }

    private static T RunJoined<T>(TransactionState transaction, Func<T> statement)
    {
        try
        {
            return statement();
        }
        catch
        {
            transaction.IsDoomed = true;
            throw;
        }
    }

    private T RunAlone<T>(Func<T> statement)
    {
        try
        {
            var result = statement();
            database.Commit();
            return result;
        }
        catch
        {
            database.Rollback();
            throw;
        }
    }

    private void Commit(TransactionState transaction)
    {
        lock (database.Sync)
        {
            if (transaction.IsDoomed)
            {
                throw new InvalidOperationException(
                    "A part of this transaction rolled back or failed, so it cannot be committed and nothing of it was. " +
                    "Return TransactionOutcome.Rollback where a nested call did, and let exceptions through.");
            }

            database.Commit();
            transaction.IsEnded = true;
        }
    }

    private void Rollback(TransactionState transaction)
    {
        lock (database.Sync)
        {
            database.Rollback();
            transaction.IsEnded = true;
        }
    }
}
