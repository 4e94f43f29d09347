namespace Invitations.Stores.EntityFramework;

internal sealed class EfAuditStore(EfSession session) : IAuditStore
{
    private static readonly AuditTable Table = InvitationTables.Audit;

    public Task AppendAsync(IReadOnlyList<AuditEntry> entries, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entries);
        return AllOrNothing.InsertAsync(session, Table, entries, cancellationToken);
    }

    public async Task<IReadOnlyList<AuditEntry>> ListAsync(TenantId tenant, Guid? invitationId, CancellationToken cancellationToken)
    {
        var order = (TableSql<AuditEntry> sql) => $" AND {sql["tenant"]} = @p0 ORDER BY {sql["at"]}, {sql["id"]}";
        var statement = invitationId is { } id
            ? new Statement(
                "list the trail of an invitation",
                session.Model.Text(Table, "of invitation", sql => $"{sql.Select} WHERE {sql["invitation_id"]} = @p1{order(sql)}"),
                tenant.Value,
                id)
            : new Statement(
                "list the trail of a tenant",
                session.Model.Text(Table, "of tenant", sql => $"{sql.Select} WHERE {sql["invitation_id"]} IS NULL{order(sql)}"),
                tenant.Value);
        return await session.QueryAsync(statement, Table.Read, cancellationToken).ConfigureAwait(false);
    }
}
