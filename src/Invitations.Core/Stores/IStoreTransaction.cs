namespace Invitations.Stores;

/// <summary>Runs work in one transaction of the store, shared by all stores of the same scope and by the host's own rows where it has the same database.</summary>
public interface IStoreTransaction
{
    /// <summary>
    /// Runs the work and commits or rolls back as it says. An exception rolls back and propagates. A transaction that is under way in the
    /// scope is joined: the outermost one decides.
    /// </summary>
    /// <remarks>
    /// There are no savepoints. Where a joined part rolls back or throws, its writes cannot be told from the others any more, so the whole
    /// can only roll back: an outermost one that asks for a commit all the same gets an <see cref="InvalidOperationException"/>.
    /// After a rollback the scope can be used on, and reads nothing of what was rolled back.
    /// <para>
    /// The work may be run again from its beginning after a transient fault of the database (a serialization failure, a deadlock, a lost
    /// connection), so it does nothing outside the stores that cannot be done twice. Only one writer changes a row: a second one waits
    /// until the first has ended and then sees its outcome. Nothing of a transaction is seen outside its scope before it commits; inside, every
    /// store of the scope sees it at once. So the work does not write through another scope: that one would wait for this transaction.
    /// </para>
    /// </remarks>
    /// <typeparam name="T">What the work gives.</typeparam>
    /// <param name="work">Calls the stores of this scope.</param>
    /// <param name="cancellationToken">Ends the call; what was done is rolled back.</param>
    /// <returns>The value of the work, committed or rolled back.</returns>
    /// <exception cref="InvalidOperationException">A commit was asked for after a joined part had rolled back or thrown; nothing was committed.</exception>
    Task<T> ExecuteAsync<T>(Func<CancellationToken, Task<TransactionOutcome<T>>> work, CancellationToken cancellationToken);
}
