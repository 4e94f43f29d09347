using Invitations.Stores;

namespace Invitations.Benchmarks.Memory;

/// <summary>A store that takes everything and keeps nothing, so that what stays in memory is the library's own.</summary>
internal sealed class NullStore : IStoreTransaction, IInvitationStore, IDeliveryStore, IAuditStore
{
    public async Task<T> ExecuteAsync<T>(Func<CancellationToken, Task<TransactionOutcome<T>>> work, CancellationToken cancellationToken) =>
        (await work(cancellationToken)).Value;

    public Task<IReadOnlyList<Invitation>> FindAsync(TenantId tenant, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Invitation>>([]);

    public Task<Invitation?> FindByTokenAsync(Guid id, CancellationToken cancellationToken) => Task.FromResult<Invitation?>(null);

    public Task<Invitation?> FindByCodeAsync(TenantId? tenant, IReadOnlyCollection<string> lookups, CancellationToken cancellationToken) =>
        Task.FromResult<Invitation?>(null);

    public Task<IReadOnlyList<Invitation>> FindOpenAsync(
        TenantId tenant, IReadOnlyCollection<UniqueKey> keys, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<Invitation>>([]);

    public Task<IReadOnlyList<AddConflict>> AddAsync(IReadOnlyList<Invitation> invitations, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<AddConflict>>([]);

    public Task<bool> EndAsync(InvitationEnding ending, CancellationToken cancellationToken) => Task.FromResult(true);

    public Task<IReadOnlyList<ChangeOutcome>> ChangeAsync(IReadOnlyList<InvitationChange> changes, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<ChangeOutcome>>([.. changes.Select(_ => ChangeOutcome.Applied)]);

    public Task AddAsync(IReadOnlyList<Delivery> deliveries, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<IReadOnlyList<Delivery>> ListAsync(TenantId tenant, Guid invitationId, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Delivery>>([]);

    public Task<IReadOnlyList<Delivery>> ClaimAsync(DeliveryClaim claim, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Delivery>>([]);

    public Task<IReadOnlyList<Invitation>> FindInvitationsAsync(IReadOnlyCollection<Delivery> deliveries, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Invitation>>([]);

    public Task<IReadOnlyList<Delivery>> ListOfManyAsync(IReadOnlyCollection<InvitationReference> invitations, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Delivery>>([]);

    public Task<IReadOnlyCollection<Guid>> ReportAsync(IReadOnlyList<DeliveryReport> reports, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyCollection<Guid>>([]);

    public Task<IReadOnlyList<ChannelBacklog>> ReadBacklogAsync(BacklogQuery query, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<ChannelBacklog>>([]);

    public Task<int> CancelAsync(
        TenantId tenant, IReadOnlyCollection<Guid> invitationIds, DateTimeOffset at, CancellationToken cancellationToken) => Task.FromResult(0);

    public Task AppendAsync(IReadOnlyList<AuditEntry> entries, CancellationToken cancellationToken) => Task.CompletedTask;

    Task<IReadOnlyList<AuditEntry>> IAuditStore.ListAsync(TenantId tenant, Guid? invitationId, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<AuditEntry>>([]);

    public Task<IReadOnlyList<AuditEntry>> ListOfLinkAsync(TenantId tenant, Guid linkId, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<AuditEntry>>([]);

    public Task<IReadOnlyList<Delivery>> ListFailedAsync(FailedDeliveryQuery query, DeliveryKeyset? after, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Delivery>>([]);

    public Task<int> RequeueFailedAsync(FailedDeliveryQuery query, CancellationToken cancellationToken) => Task.FromResult(0);
}
