namespace Invitations.Stores.EntityFramework;

internal sealed class EfInvitationLinkStore(EfSession session, LinkUses uses) : IInvitationLinkStore
{
    private static readonly LinkTable Table = InvitationTables.Links;

    /// <summary>What a change writes: neither what never changes nor the count, which uses alone change.</summary>
    private static readonly Column<InvitationLink>[] Changing =
        [.. Table.Columns.Where(column => column.Name is not ("id" or "tenant" or "created_at" or "use_count"))];

    public Task AddAsync(InvitationLink link, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(link);
        var row = link with { UseCount = 0 };
        var statement = new Statement("add a link", session.Sql(Table).InsertOne, [.. Table.Columns.Select(column => column.ValueOf(row))]);
        return session.ExecuteAsync(statement, cancellationToken);
    }

    public async Task<InvitationLink?> FindAsync(TenantId tenant, Guid id, CancellationToken cancellationToken)
    {
        var text = session.Model.Text(Table, "find", sql => $"{sql.Select} WHERE {sql["id"]} = @p0 AND {sql["tenant"]} = @p1");
        var found = await session.QueryAsync(new("find a link", text, id, tenant.Value), Table.Read, cancellationToken).ConfigureAwait(false);
        return found.Count == 0 ? null : found[0];
    }

    public async Task<InvitationLink?> FindByTokenAsync(Guid id, CancellationToken cancellationToken)
    {
        var text = session.Model.Text(Table, "find by token", sql => $"{sql.Select} WHERE {sql["id"]} = @p0");
        var found = await session.QueryAsync(new("find a link by its token", text, id), Table.Read, cancellationToken).ConfigureAwait(false);
        return found.Count == 0 ? null : found[0];
    }

    public async Task<IReadOnlyList<InvitationLink>> ListAsync(LinkStoreQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        if (query.Take <= 0)
            return [];
        var sql = session.Sql(Table);
        var statement = new StatementBuilder("list links");
        statement.Append($"{sql.Select} WHERE {string.Join(" AND ", Conditions(statement, sql, query))}");
        if (query.After is { At: { } at } after)
        {
            var instant = statement.Value(Instants.Stored(at));
            statement.Append(
                $" AND {sql["created_at"]} <= {instant} AND ({sql["created_at"]} < {instant} OR {sql["id"]} < {statement.Value(after.Id)})");
        }

        statement.Append($" ORDER BY {sql["created_at"]} DESC, {sql["id"]} DESC");
        statement.Append(session.Limit(statement, query.Take));
        return await session.QueryAsync(statement.Build(), Table.Read, cancellationToken).ConfigureAwait(false);
    }

    public async Task<bool> TryChangeAsync(InvitationLink updated, long expectedVersion, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(updated);
        var text = session.Model.Text(Table, "change", ChangeText);
        var statement = new Statement(
            "change a link", text, [.. Changing.Select(column => column.ValueOf(updated)), updated.Id, updated.Tenant.Value, expectedVersion]);
        return await session.ExecuteAsync(statement, cancellationToken).ConfigureAwait(false) == 1;
    }

    public Task<LinkUseOutcome> TryUseAsync(LinkUseRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return uses.TakeAsync(request, cancellationToken);
    }

    public Task<bool> TrySetUserAsync(LinkUse use, string userId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(use);
        ArgumentException.ThrowIfNullOrEmpty(userId);
        return uses.SetUserAsync(use, userId, cancellationToken);
    }

    public Task<LinkUse?> FindUseAsync(TenantId tenant, Guid linkId, LinkPerson person, CancellationToken cancellationToken) =>
        uses.FindAsync(tenant, linkId, person, cancellationToken);

    public Task<IReadOnlyList<LinkUse>> ListUsesAsync(TenantId tenant, Guid linkId, LinkUse? after, int take, CancellationToken cancellationToken) =>
        uses.ListAsync(tenant, linkId, after, take, cancellationToken);

    private List<string> Conditions(StatementBuilder statement, TableSql<InvitationLink> sql, LinkStoreQuery query)
    {
        var conditions = new List<string> { $"{sql["tenant"]} = {statement.Value(query.Tenant.Value)}" };
        if (query.IsActive is { } isActive)
            conditions.Add($"{sql["is_active"]} = {statement.Value(isActive)}");
        if (query.InvitedBy is { } inviter)
            conditions.Add($"{sql["invited_by"]} = {statement.Value(inviter)}");
        if (query.Visibility is { } visibility)
        {
            var seen = visibility.Groups
                .Select(group => session.Contains(statement, sql["grant_groups"], TextList.Entry(group)))
                .Prepend($"{sql["invited_by"]} = {statement.Value(visibility.InvitedBy)}");
            conditions.Add($"({string.Join(" OR ", seen)})");
        }

        return conditions;
    }

    private static string ChangeText(TableSql<InvitationLink> sql)
    {
        var next = Changing.Length;
        var set = string.Join(", ", Changing.Select((column, i) => $"{sql[column.Name]} = {Statement.Parameter(i)}"));
        return $"UPDATE {sql.Name} SET {set} WHERE {sql["id"]} = {Statement.Parameter(next)} AND {sql["tenant"]} = {Statement.Parameter(next + 1)} " +
            $"AND {sql["version"]} = {Statement.Parameter(next + 2)}";
    }
}
