namespace Invitations.Stores.EntityFramework;

internal sealed class EfInvitationStore(EfSession session, InvitationInserts inserts, InvitationUpdates updates, InvitationEndings endings) : IInvitationStore
{
    private static readonly InvitationTable Table = InvitationTables.Invitations;

    public async Task<IReadOnlyList<Invitation>> FindAsync(TenantId tenant, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(ids);
        if (ids.Count == 0)
            return [];
        var sql = session.Sql(Table);
        var statement = new StatementBuilder("find invitations").Append(sql.Select);
        statement.Append($" WHERE {session.In(statement, sql["id"], [.. ids])} AND {sql["tenant"]} = {statement.Value(tenant.Value)}");
        return await session.QueryAsync(statement.Build(), Table.Read, cancellationToken).ConfigureAwait(false);
    }

    public async Task<Invitation?> FindByTokenAsync(Guid id, CancellationToken cancellationToken)
    {
        var text = session.Model.Text(Table, "find by token", sql => $"{sql.Select} WHERE {sql["id"]} = @p0");
        var found = await session.QueryAsync(new("find an invitation by its token", text, id), Table.Read, cancellationToken).ConfigureAwait(false);
        return found.Count == 0 ? null : found[0];
    }

    public async Task<Invitation?> FindByCodeAsync(TenantId? tenant, IReadOnlyCollection<string> lookups, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(lookups);
        if (lookups.Count == 0)
            return null;
        var sql = session.Sql(Table);
        var statement = new StatementBuilder("find an invitation by its code").Append(sql.Select);
        statement.Append($" WHERE {session.In(statement, sql["code_lookup"], [.. lookups])}");
        if (tenant is { } asked)
            statement.Append($" AND {sql["tenant"]} = {statement.Value(asked.Value)}");
        var found = await session.QueryAsync(statement.Build(), Table.Read, cancellationToken).ConfigureAwait(false);
        return found.Find(invitation => InvitationLifecycle.IsOpen(invitation.Status)) ?? found.FirstOrDefault();
    }

    public async Task<IReadOnlyList<Invitation>> FindOpenAsync(
        TenantId tenant, IReadOnlyCollection<UniqueKey> keys, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(keys);
        if (keys.Count == 0)
            return [];
        var found = await session
            .QueryAsync(KeyHolders.Select(session, session.Sql(Table).Columns, tenant, keys), Table.Read, cancellationToken)
            .ConfigureAwait(false);
        return [.. found.DistinctBy(invitation => invitation.Id)];
    }

    public Task<IReadOnlyList<AddConflict>> AddAsync(IReadOnlyList<Invitation> invitations, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(invitations);
        return inserts.AddAsync(invitations, cancellationToken);
    }

    public Task<IReadOnlyList<ChangeOutcome>> ChangeAsync(IReadOnlyList<InvitationChange> changes, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(changes);
        return updates.ChangeAsync(changes, cancellationToken);
    }

    public Task<bool> EndAsync(InvitationEnding ending, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(ending);
        return endings.EndAsync(ending, cancellationToken);
    }
}
