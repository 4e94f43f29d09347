namespace Invitations.Stores.EntityFramework;

/// <summary>Finds a person's open invitations by the same indexes that keep keys unique: their first column is the key, so that no tenant need be known.</summary>
internal sealed class EfInboxStore(EfSession session) : IInboxStore
{
    private static readonly InvitationTable Table = InvitationTables.Invitations;

    public async Task<IReadOnlyList<Invitation>> FindAsync(InboxQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        if (query.Take <= 0 || query.Keys.Count == 0)
            return [];
        var sql = session.Sql(Table);
        var statement = new StatementBuilder("find a person's open invitations").Append($"{sql.Select} WHERE (");
        statement.AppendJoin(
            " OR ",
            query.Keys.GroupBy(key => key.Kind, key => key.Value),
            ofKind => session.In(statement, sql[OpenKeys.ColumnOf(ofKind.Key)], [.. ofKind]));
        statement.Append($") AND {sql["status"]} = {statement.Value((int)InvitationStatus.Pending)}");
        statement.Append($" AND {sql["expires_at"]} > {statement.Value(Instants.Stored(query.Now))}");
        statement.Append($" ORDER BY {sql["issued_at"]} DESC, {sql["id"]}{session.Limit(statement, query.Take)}");
        return await session.QueryAsync(statement.Build(), Table.Read, cancellationToken).ConfigureAwait(false);
    }
}
