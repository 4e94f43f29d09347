namespace Invitations.Stores;

/// <summary>Keeps what providers say about messages that they took. A provider knows no tenant, so deliveries of all tenants are found.</summary>
public interface IDeliveryReceiptStore
{
    /// <summary>Finds one delivery.</summary>
    /// <param name="id">The delivery.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<Delivery?> FindAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>Finds the delivery that a provider has taken under a name of its own; of several the latest made, and null where there is none.</summary>
    /// <param name="channel">The channel, compared ordinally.</param>
    /// <param name="providerMessageId">What the provider calls the message, compared ordinally.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<Delivery?> FindAsync(string channel, string providerMessageId, CancellationToken cancellationToken);

    /// <summary>
    /// Records what a provider says: <see cref="Delivery.Reported"/> and its instant, and for a bounce the status <see cref="DeliveryStatus.Failed"/> with
    /// its end and error. Only for a delivery that is sent, or failed by an earlier report, and only where nothing as weighty (see
    /// <see cref="ProviderReportKind"/>) was recorded: of several callers with the same report exactly one wins.
    /// </summary>
    /// <param name="receipt">The report.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>Whether it was recorded.</returns>
    Task<bool> RecordAsync(DeliveryReceipt receipt, CancellationToken cancellationToken);
}
