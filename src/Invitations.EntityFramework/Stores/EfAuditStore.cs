namespace Invitations.Stores.EntityFramework;

internal sealed class EfAuditStore(EfSession session) : IAuditStore
{
    private static readonly AuditTable Table = InvitationTables.Audit;

    public Task AppendAsync(IReadOnlyList<AuditEntry> entries, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entries);
        return AllOrNothing.InsertAsync(session, Table, entries, cancellationToken);
    }

    public Task<IReadOnlyList<AuditEntry>> ListAsync(TenantId tenant, Guid? invitationId, CancellationToken cancellationToken) => invitationId is { } id
        ? ListAsync("list the trail of an invitation", tenant, id, sql => $"{sql["invitation_id"]} = @p1", cancellationToken)
        : ListAsync("list the trail of a tenant", tenant, null, sql => $"{sql["invitation_id"]} IS NULL AND {sql["link_id"]} IS NULL", cancellationToken);

    public Task<IReadOnlyList<AuditEntry>> ListOfLinkAsync(TenantId tenant, Guid linkId, CancellationToken cancellationToken) =>
        ListAsync("list the trail of a link", tenant, linkId, sql => $"{sql["link_id"]} = @p1", cancellationToken);

    private async Task<IReadOnlyList<AuditEntry>> ListAsync(
        string name, TenantId tenant, Guid? id, Func<TableSql<AuditEntry>, string> of, CancellationToken cancellationToken)
    {
        var text = session.Model.Text(Table, name, sql => $"{sql.Select} WHERE {of(sql)} AND {sql["tenant"]} = @p0 ORDER BY {sql["at"]}, {sql["id"]}");
        var statement = id is { } some ? new Statement(name, text, tenant.Value, some) : new Statement(name, text, tenant.Value);
        return await session.QueryAsync(statement, Table.Read, cancellationToken).ConfigureAwait(false);
    }
}
