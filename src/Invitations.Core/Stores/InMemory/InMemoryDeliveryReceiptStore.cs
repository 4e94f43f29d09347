namespace Invitations.Stores.InMemory;

internal sealed class InMemoryDeliveryReceiptStore(InMemorySession session) : IDeliveryReceiptStore
{
    private readonly DeliveryTable _deliveries = session.Database.Deliveries;

    public Task<Delivery?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        session.ReadAsync(drafts => _deliveries.Find(id, drafts), cancellationToken);

    public Task<Delivery?> FindAsync(string channel, string providerMessageId, CancellationToken cancellationToken) =>
        session.ReadAsync(drafts => _deliveries.Find(channel, providerMessageId, drafts), cancellationToken);

    public Task<bool> RecordAsync(DeliveryReceipt receipt, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(receipt);
        return session.WriteAsync(() => _deliveries.Record(receipt), cancellationToken);
    }
}
