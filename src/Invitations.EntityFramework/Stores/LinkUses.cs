namespace Invitations.Stores.EntityFramework;

/// <summary>Takes uses of links. The count goes up first: its row is locked by that, so that all who use a link at once come one after the other.</summary>
internal sealed class LinkUses(EfSession session, IStoreTransaction transaction)
{
    private static readonly LinkTable Links = InvitationTables.Links;
    private static readonly LinkUseTable Table = InvitationTables.LinkUses;

    public Task<LinkUseOutcome> TakeAsync(LinkUseRequest request, CancellationToken cancellationToken) => transaction.ExecuteAsync(
        async token =>
        {
            if (!await CountAsync(request, token).ConfigureAwait(false))
                return TransactionOutcome.Commit(LinkUseOutcome.Unusable);
            if (await TryAddAsync(request.Use, token).ConfigureAwait(false))
                return TransactionOutcome.Commit(LinkUseOutcome.Taken);
            await UncountAsync(request.Use, token).ConfigureAwait(false);
            return TransactionOutcome.Commit(LinkUseOutcome.UsedBefore);
        },
        cancellationToken);

    public async Task<bool> SetUserAsync(LinkUse use, string userId, CancellationToken cancellationToken)
    {
        // The transaction that took the use has locked the link, so nobody gets the same user in between.
        var text = session.Model.Text(
            Table,
            "set user",
            sql => $"UPDATE {sql.Name} SET {sql["user_id"]} = @p0 WHERE {sql["invitation_id"]} = @p1 AND {sql["tenant"]} = @p2 AND {sql["link_id"]} = @p3 " +
                $"AND {sql["user_id"]} IS NULL AND NOT EXISTS (SELECT 1 FROM {sql.Name} o WHERE o.{sql["link_id"]} = @p3 AND o.{sql["user_id"]} = @p0)");
        var statement = new Statement("set the user of a use", text, userId, use.InvitationId, use.Tenant.Value, use.LinkId);
        return await session.ExecuteAsync(statement, cancellationToken).ConfigureAwait(false) == 1;
    }

    public async Task<LinkUse?> FindAsync(TenantId tenant, Guid linkId, LinkPerson person, CancellationToken cancellationToken)
    {
        var column = person.IsAttempt ? "attempt" : "user_id";
        var text = session.Model.Text(
            Table, "find by " + column, sql => $"{sql.Select} WHERE {sql["link_id"]} = @p0 AND {sql[column]} = @p1 AND {sql["tenant"]} = @p2");
        var found = await session.QueryAsync(new("find the use of a link", text, linkId, person.Id, tenant.Value), Table.Read, cancellationToken).ConfigureAwait(false);
        return found.Count == 0 ? null : found[0];
    }

    public async Task<IReadOnlyList<LinkUse>> ListAsync(TenantId tenant, Guid linkId, LinkUse? after, int take, CancellationToken cancellationToken)
    {
        if (take <= 0)
            return [];
        var sql = session.Sql(Table);
        var statement = new StatementBuilder("list the uses of a link");
        statement.Append($"{sql.Select} WHERE {sql["link_id"]} = {statement.Value(linkId)} AND {sql["tenant"]} = {statement.Value(tenant.Value)}");
        if (after is not null)
        {
            var instant = statement.Value(Instants.Stored(after.UsedAt));
            statement.Append(
                $" AND {sql["used_at"]} >= {instant} AND ({sql["used_at"]} > {instant} OR {sql["invitation_id"]} > {statement.Value(after.InvitationId)})");
        }

        statement.Append($" ORDER BY {sql["used_at"]}, {sql["invitation_id"]}");
        statement.Append(session.Limit(statement, take));
        return await session.QueryAsync(statement.Build(), Table.Read, cancellationToken).ConfigureAwait(false);
    }

    private async Task<bool> CountAsync(LinkUseRequest request, CancellationToken cancellationToken)
    {
        var text = session.Model.Text(
            Links,
            "count a use",
            sql => $"UPDATE {sql.Name} SET {sql["use_count"]} = {sql["use_count"]} + 1 WHERE {sql["id"]} = @p0 AND {sql["tenant"]} = @p1 " +
                $"AND {sql["version"]} = @p2 AND {sql["is_active"]} = @p3 AND {sql["expires_at"]} > @p4 " +
                $"AND ({sql["use_limit"]} IS NULL OR {sql["use_count"]} < {sql["use_limit"]})");
        var use = request.Use;
        var statement = new Statement("count a use of a link", text, use.LinkId, use.Tenant.Value, request.ExpectedVersion, true, Instants.Stored(use.UsedAt));
        return await session.ExecuteAsync(statement, cancellationToken).ConfigureAwait(false) == 1;
    }

    private async Task UncountAsync(LinkUse use, CancellationToken cancellationToken)
    {
        var text = session.Model.Text(Links, "uncount a use", sql => $"UPDATE {sql.Name} SET {sql["use_count"]} = {sql["use_count"]} - 1 WHERE {sql["id"]} = @p0");
        await session.ExecuteAsync(new("take the count of a use back", text, use.LinkId), cancellationToken).ConfigureAwait(false);
    }

    private async Task<bool> TryAddAsync(LinkUse use, CancellationToken cancellationToken)
    {
        object?[] values = [.. Table.Columns.Select(column => column.ValueOf(use))];
        if (session.Dialect is Dialect.Portable)
        {
            var insert = new Statement("add the use of a link", session.Sql(Table).InsertOne, values);
            return await RowInserts.TryAsync(session, () => session.ExecuteAsync(insert, cancellationToken), cancellationToken).ConfigureAwait(false);
        }

        var text = session.Model.Text(Table, "try add", sql => $"{sql.InsertOne} ON CONFLICT DO NOTHING");
        return await session.ExecuteAsync(new("add the use of a link", text, values), cancellationToken).ConfigureAwait(false) == 1;
    }
}
