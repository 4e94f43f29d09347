using Microsoft.EntityFrameworkCore.Storage;

namespace Invitations.Stores.EntityFramework;

/// <summary>A part of the transaction that the host has begun: what is rolled back here leaves the host's own rows alone, and only the host commits.</summary>
internal sealed class SavepointScope(IDbContextTransaction transaction, string name) : ITransactionScope
{
    public Task BeginAsync(CancellationToken cancellationToken) => transaction.CreateSavepointAsync(name, cancellationToken);

    public Task CommitAsync(CancellationToken cancellationToken) => transaction.ReleaseSavepointAsync(name, cancellationToken);

    public Task RollbackAsync(CancellationToken cancellationToken) => transaction.RollbackToSavepointAsync(name, cancellationToken);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
