namespace Invitations.Stores.EntityFramework;

/// <summary>Asks which open invitations hold any of some keys: one statement, a part for each kind, so that each uses the index of its kind.</summary>
internal static class KeyHolders
{
    private static readonly InvitationTable Table = InvitationTables.Invitations;

    /// <param name="session">The session.</param>
    /// <param name="columns">The columns to select, as SQL.</param>
    /// <param name="tenant">The tenant.</param>
    /// <param name="keys">At least one key.</param>
    public static Statement Select(EfSession session, string columns, TenantId tenant, IEnumerable<UniqueKey> keys)
    {
        var sql = session.Sql(Table);
        var statement = new StatementBuilder("find who holds keys");
        var ofTenant = $"{sql["tenant"]} = {statement.Value(tenant.Value)}";
        return statement
            .AppendJoin(
                " UNION ALL ",
                keys.GroupBy(key => key.Kind, key => key.Value),
                ofKind => $"SELECT {columns} FROM {sql.Name} WHERE {ofTenant} AND {session.In(statement, sql[OpenKeys.ColumnOf(ofKind.Key)], [.. ofKind])}")
            .Build();
    }

    /// <summary>The ids of the holders by key.</summary>
    public static async Task<Dictionary<UniqueKey, Guid>> FindAsync(
        EfSession session, TenantId tenant, IReadOnlyCollection<UniqueKey> keys, CancellationToken cancellationToken)
    {
        var holders = new Dictionary<UniqueKey, Guid>();
        if (keys.Count == 0)
            return holders;
        var sql = session.Sql(Table);
        var columns = string.Join(", ", OpenKeys.Kinds.Select(kind => sql[OpenKeys.ColumnOf(kind)]).Prepend(sql["id"]));
        var rows = await session
            .QueryAsync(
                Select(session, columns, tenant, keys),
                static reader => (
                    Id: reader.GetFieldValue<Guid>(0),
                    Keys: OpenKeys.Kinds.Select((_, i) => reader.IsDBNull(i + 1) ? null : reader.GetString(i + 1)).ToArray()),
                cancellationToken)
            .ConfigureAwait(false);
        foreach (var (id, values) in rows)
        {
            for (var i = 0; i < values.Length; i++)
            {
                if (values[i] is { } value)
                    holders[new(OpenKeys.Kinds[i], value)] = id;
            }
        }

        return holders;
    }
}
