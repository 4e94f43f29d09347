namespace Invitations.Testing;

/// <summary>What the suites need of a store: sessions on one database. A host derives it once for each database that its store runs on.</summary>
/// <remarks>
/// The database may be shared with other fixtures and be full of other tests' rows: every test uses tenants, keys and channels of its own.
/// Set the database up in <see cref="InitializeAsync"/> and drop it in <see cref="DisposeAsync"/>. Nothing can be skipped: a store that does not
/// do something that a suite asks for cannot be used.
/// </remarks>
public abstract class StoreFixture : IAsyncLifetime
{
    /// <summary>
    /// Whether a session reads what is committed while a transaction of another one is writing. True by default, and true of every database that keeps
    /// versions of rows; where it is false (SQLite in memory), readers wait, and the suites look only after the end of the transaction.
    /// </summary>
    public virtual bool ReadersNeverWait => true;

    /// <summary>Opens a session: a unit of work with stores, connection and transaction of its own, such as a service scope. Up to 200 are open at once.</summary>
    /// <param name="cancellationToken">Ends the call.</param>
    public abstract ValueTask<StoreSession> OpenSessionAsync(CancellationToken cancellationToken);

    /// <summary>Called once before the tests of a class. Does nothing by default.</summary>
    public virtual ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>Called once after the tests of a class. Does nothing by default.</summary>
    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}
