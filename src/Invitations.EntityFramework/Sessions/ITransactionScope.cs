namespace Invitations.Stores.EntityFramework;

/// <summary>What is committed or rolled back: a transaction, or a part of the host's.</summary>
internal interface ITransactionScope : IAsyncDisposable
{
    Task BeginAsync(CancellationToken cancellationToken);

    Task CommitAsync(CancellationToken cancellationToken);

    Task RollbackAsync(CancellationToken cancellationToken);
}
