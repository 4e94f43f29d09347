namespace Invitations.Stores.EntityFramework;

/// <summary>Counts what waits and what was given up in channels, each number up to a bound.</summary>
internal sealed class DeliveryBacklogs(EfSession session)
{
    private static readonly DeliveryTable Table = InvitationTables.Deliveries;

    public async Task<IReadOnlyList<ChannelBacklog>> ReadAsync(BacklogQuery query, CancellationToken cancellationToken)
    {
        var read = new List<ChannelBacklog>(query.Channels.Count);
        foreach (var channel in query.Channels)
        {
            var rows = await session.QueryAsync(
                Count(channel, query),
                reader => new ChannelBacklog
                {
                    Channel = channel,
                    Waiting = reader.GetInt32(0),
                    OldestDueAt = reader.IsDBNull(1) ? null : Instants.Read(reader.GetInt64(1)),
                    Failed = reader.GetInt32(2),
                },
                cancellationToken).ConfigureAwait(false);
            read.AddRange(rows);
        }

        return read;
    }

    private Statement Count(string channel, BacklogQuery query)
    {
        var sql = session.Sql(Table);
        var statement = new StatementBuilder("read the backlog of a channel");
        var (due, failed) = (sql["due_at"], sql["ended_at"]);
        var ofChannel = $"{sql["channel"]} = {statement.Value(channel)}";
        var waiting = $"{ofChannel} AND {sql["status"]} = {(int)DeliveryStatus.Waiting} AND {due} <= {statement.Value(Instants.Stored(query.Now))}";
        statement.Append($"SELECT CAST((SELECT COUNT(*) FROM (SELECT {sql["id"]} FROM {sql.Name} WHERE {waiting} ORDER BY {due}");
        statement.Append($"{session.Limit(statement, query.CountUpTo)}) w) AS INTEGER), ");
        statement.Append($"(SELECT MIN({due}) FROM {sql.Name} WHERE {waiting}), ");
        statement.Append($"CAST((SELECT COUNT(*) FROM (SELECT {sql["id"]} FROM {sql.Name} WHERE {ofChannel} AND {sql["status"]} = {(int)DeliveryStatus.Failed} ");
        statement.Append($"AND {failed} >= {statement.Value(Instants.Stored(query.FailedSince))} ORDER BY {failed}");
        return statement.Append($"{session.Limit(statement, query.CountUpTo)}) f) AS INTEGER)").Build();
    }
}
