namespace Invitations.Stores.EntityFramework;

internal sealed class EfInvitationQueryStore(EfSession session) : IInvitationQueryStore
{
    private static readonly InvitationTable Table = InvitationTables.Invitations;

    public async Task<IReadOnlyList<Invitation>> ListAsync(InvitationStoreQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        if (query.Take <= 0)
            return [];
        var sql = session.Sql(Table);
        var statement = new StatementBuilder("list invitations");
        if (!InvitationConditions.TryWrite(statement, sql, session, query, out var conditions))
            return [];

        var (column, direction) = query.Sort switch
        {
            InvitationSort.ExpiringFirst => (sql["expires_at"], "ASC"),
            InvitationSort.OldestFirst => (sql["created_at"], "ASC"),
            _ => (sql["created_at"], "DESC"),
        };
        statement.Append($"{sql.Select} WHERE {string.Join(" AND ", conditions)}");
        if (query.After is { } after)
            statement.Append(After(statement, column, sql["id"], direction == "ASC" ? ">" : "<", Instants.StoredOrNever(after.At), after.Id));
        statement.Append($" ORDER BY {column} {direction}, {sql["id"]} {direction}");
        statement.Append(session.Limit(statement, query.Take));
        return await session.QueryAsync(statement.Build(), Table.Read, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The first half lets every database enter its index at the place; the second one says where exactly.</summary>
    private static string After(StatementBuilder statement, string column, string id, string than, long at, Guid last)
    {
        var instant = statement.Value(at);
        return $" AND {column} {than}= {instant} AND ({column} {than} {instant} OR {id} {than} {statement.Value(last)})";
    }
}
