namespace Invitations.Stores.EntityFramework;

internal sealed class EfDeliveryStore(
    EfSession session, DeliveryClaims claims, DeliveryReports written, FailedDeliveries failed, DeliveryBacklogs backlogs) : IDeliveryStore
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

    public async Task<IReadOnlyList<Invitation>> FindInvitationsAsync(IReadOnlyCollection<Delivery> deliveries, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(deliveries);
        var found = new List<Invitation>(deliveries.Count);
        var tenants = deliveries.Select(delivery => (delivery.InvitationId, delivery.Tenant)).ToHashSet();
        foreach (var ids in tenants.Select(it => it.InvitationId).Distinct().Chunk(SessionSql.MostParameters))
        {
            var sql = session.Sql(InvitationTables.Invitations);
            var statement = new StatementBuilder("find the invitations of deliveries");
            statement.Append($"{sql.Select} WHERE {session.In(statement, sql["id"], ids)}");
            found.AddRange(await session.QueryAsync(statement.Build(), InvitationTables.Invitations.Read, cancellationToken).ConfigureAwait(false));
        }

        return found.FindAll(invitation => tenants.Contains((invitation.Id, invitation.Tenant)));
    }

    public async Task<IReadOnlyList<Delivery>> ListOfManyAsync(IReadOnlyCollection<InvitationReference> invitations, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(invitations);
        var (found, asked) = (new List<Delivery>(), invitations.ToHashSet());
        foreach (var ids in asked.Select(it => it.InvitationId).Distinct().Chunk(SessionSql.MostParameters))
        {
            var sql = session.Sql(Table);
            var statement = new StatementBuilder("list the deliveries of invitations");
            statement.Append($"{sql.Select} WHERE {session.In(statement, sql["invitation_id"], ids)}");
            found.AddRange(await session.QueryAsync(statement.Build(), Table.Read, cancellationToken).ConfigureAwait(false));
        }

        return found.FindAll(delivery => asked.Contains(new(delivery.Tenant, delivery.InvitationId)));
    }

    public Task<IReadOnlyCollection<Guid>> ReportAsync(IReadOnlyList<DeliveryReport> reports, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reports);
        return written.ReportAsync(reports, cancellationToken);
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

    public Task<IReadOnlyList<ChannelBacklog>> ReadBacklogAsync(BacklogQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        return backlogs.ReadAsync(query, cancellationToken);
    }
}
