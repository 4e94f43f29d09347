using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Invitations.Stores.EntityFramework;

/// <summary>A transaction of the host's context that was begun here.</summary>
internal sealed class OwnTransactionScope(EfSession session) : ITransactionScope
{
    private IDbContextTransaction? _transaction;
    private IDisposable? _turn;

    public async Task BeginAsync(CancellationToken cancellationToken)
    {
        var database = session.Context.Database;
        _turn = await SqliteWriters.EnterAsync(session, database.GetDbConnection(), cancellationToken).ConfigureAwait(false);
        try
        {
            _transaction = await database.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            _turn?.Dispose();
            throw;
        }
    }

    public async Task CommitAsync(CancellationToken cancellationToken)
    {
        await _transaction!.CommitAsync(cancellationToken).ConfigureAwait(false);
        _turn?.Dispose();
    }

    /// <summary>Disposing of a transaction that was not committed rolls it back, also where the connection is gone.</summary>
    public async Task RollbackAsync(CancellationToken cancellationToken) => await DisposeAsync().ConfigureAwait(false);

    public async ValueTask DisposeAsync()
    {
        if (_transaction is not null)
            await _transaction.DisposeAsync().ConfigureAwait(false);
        _transaction = null;
        _turn?.Dispose();
    }
}
