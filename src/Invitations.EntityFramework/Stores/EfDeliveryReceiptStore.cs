namespace Invitations.Stores.EntityFramework;

internal sealed class EfDeliveryReceiptStore(EfSession session) : IDeliveryReceiptStore
{
    private const int Sent = (int)DeliveryStatus.Sent;
    private const int Failed = (int)DeliveryStatus.Failed;

    private static readonly DeliveryTable Table = InvitationTables.Deliveries;

    public async Task<Delivery?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        var text = session.Model.Text(Table, "find", sql => $"{sql.Select} WHERE {sql["id"]} = @p0");
        var found = await session.QueryAsync(new("find a delivery", text, id), Table.Read, cancellationToken).ConfigureAwait(false);
        return found.SingleOrDefault();
    }

    public async Task<Delivery?> FindAsync(string channel, string providerMessageId, CancellationToken cancellationToken)
    {
        var text = session.Model.Text(
            Table, "find by provider", sql => $"{sql.Select} WHERE {sql["channel"]} = @p0 AND {sql["provider_message_id"]} = @p1");
        var found = await session
            .QueryAsync(new("find a delivery by its provider's name", text, channel, providerMessageId), Table.Read, cancellationToken)
            .ConfigureAwait(false);
        return found.OrderBy(delivery => delivery.CreatedAt).ThenBy(delivery => delivery.Id).LastOrDefault();
    }

    public async Task<bool> RecordAsync(DeliveryReceipt receipt, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(receipt);
        var isBounce = receipt.Kind is ProviderReportKind.SoftBounced or ProviderReportKind.HardBounced;
        var text = session.Model.Text(
            Table,
            isBounce ? "record bounce" : "record receipt",
            sql => $"UPDATE {sql.Name} SET {sql["reported"]} = @p1, {sql["reported_at"]} = @p2" +
                (isBounce ? $", {sql["status"]} = {Failed}, {sql["ended_at"]} = @p2, {sql["last_error"]} = @p3" : "") +
                $" WHERE {sql["id"]} = @p0 AND ({sql["status"]} = {Sent} OR ({sql["status"]} = {Failed} AND {sql["reported"]} IS NOT NULL))" +
                $" AND ({sql["reported"]} IS NULL OR {sql["reported"]} < @p1)");
        object?[] values = [receipt.Id, (int)receipt.Kind, Instants.Stored(receipt.At)];
        Type[] types = [typeof(Guid), typeof(int), typeof(long)];
        var statement = isBounce
            ? new Statement("record a bounce", text, [.. values, receipt.Error]) { Types = [.. types, typeof(string)] }
            : new("record a provider's report", text, values) { Types = types };
        return await session.ExecuteAsync(statement, cancellationToken).ConfigureAwait(false) == 1;
    }
}
