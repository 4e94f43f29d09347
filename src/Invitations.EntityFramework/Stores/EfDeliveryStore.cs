namespace Invitations.Stores.EntityFramework;

internal sealed class EfDeliveryStore(EfSession session, DeliveryClaims claims, FailedDeliveries failed) : IDeliveryStore
{
    private static readonly DeliveryTable Table = InvitationTables.Deliveries;

    public Task AddAsync(IReadOnlyList<Delivery> deliveries, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(deliveries);
        return AllOrNothing.InsertAsync(session, Table, deliveries, cancellationToken);
    }

    public async Task<IReadOnlyList<Delivery>> ListAsync(TenantId tenant, Guid invitationId, CancellationToken cancellationToken)
    {
        var text = session.Model.Text(
            Table, "list", sql => $"{sql.Select} WHERE {sql["invitation_id"]} = @p0 AND {sql["tenant"]} = @p1 ORDER BY {sql["created_at"]}, {sql["id"]}");
        return await session
            .QueryAsync(new("list deliveries", text, invitationId, tenant.Value), Table.Read, cancellationToken)
            .ConfigureAwait(false);
    }

    public Task<IReadOnlyList<Delivery>> ClaimAsync(DeliveryClaim claim, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(claim);
        return claims.ClaimAsync(claim, cancellationToken);
    }

    public async Task<bool> ReportAsync(DeliveryReport report, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(report);
        var isWaiting = report.Status is DeliveryStatus.Waiting;
        var text = session.Model.Text(
            Table,
            isWaiting ? "report waiting" : "report ended",
            sql => $"UPDATE {sql.Name} SET {sql["leased_until"]} = NULL, {sql["provider_message_id"]} = @p2, {sql["last_error"]} = @p3, " +
                (isWaiting ? $"{sql["due_at"]} = COALESCE(@p4, {sql["due_at"]})" : $"{sql["status"]} = @p4, {sql["ended_at"]} = @p5") +
                $" WHERE {sql["id"]} = @p0 AND {sql["fence"]} = @p1 AND {sql["status"]} = {(int)DeliveryStatus.Waiting}");
        object?[] values = isWaiting
            ? [report.Id, report.Fence, report.ProviderMessageId, report.Error, Instants.Stored(report.DueAt)]
            : [report.Id, report.Fence, report.ProviderMessageId, report.Error, (int)report.Status, Instants.Stored(report.At)];
        Type[] types = [typeof(Guid), typeof(long), typeof(string), typeof(string), isWaiting ? typeof(long) : typeof(int), typeof(long)];
        return await session.ExecuteAsync(new("report on a delivery", text, values) { Types = types }, cancellationToken).ConfigureAwait(false) == 1;
    }

    public async Task<int> CancelAsync(
        TenantId tenant, IReadOnlyCollection<Guid> invitationIds, DateTimeOffset at, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(invitationIds);
        if (invitationIds.Count == 0)
            return 0;
        if (invitationIds.Count == 1)
            return await session.ExecuteAsync(DeliveryCancels.Of(session, tenant, invitationIds.First(), at), cancellationToken).ConfigureAwait(false);
        var sql = session.Sql(Table);
        var statement = new StatementBuilder("cancel deliveries").Append($"UPDATE {sql.Name} SET {sql["status"]} = {(int)DeliveryStatus.Cancelled}, ");
        statement.Append($"{sql["leased_until"]} = NULL, {sql["ended_at"]} = {statement.Value(Instants.Stored(at))} WHERE ");
        statement.Append($"{session.In(statement, sql["invitation_id"], [.. invitationIds])} AND {sql["tenant"]} = {statement.Value(tenant.Value)} ");
        statement.Append($"AND {sql["status"]} = {(int)DeliveryStatus.Waiting}");
        return await session.ExecuteAsync(statement.Build(), cancellationToken).ConfigureAwait(false);
    }

    public Task<IReadOnlyList<Delivery>> ListFailedAsync(FailedDeliveryQuery query, DeliveryKeyset? after, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        return failed.ListAsync(query, after, cancellationToken);
    }

    public Task<int> RequeueFailedAsync(FailedDeliveryQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        return failed.RequeueAsync(query, cancellationToken);
    }
}
