namespace Invitations.Stores.EntityFramework;

internal sealed class EfDueStore(EfSession session, IStoreTransaction transaction) : IDueStore
{
    private const int Pending = (int)InvitationStatus.Pending;

    private static readonly InvitationTable Table = InvitationTables.Invitations;

    public Task<IReadOnlyList<Invitation>> FindExpiredAsync(DateTimeOffset now, int take, CancellationToken cancellationToken) => FindAsync(
        "find expired invitations",
        $"status IN ({(int)InvitationStatus.AwaitingApproval}, {Pending})",
        "expires_at",
        now,
        take,
        isSkipping: false,
        cancellationToken);

    // What another node is just moving on is passed over.
    public Task<IReadOnlyList<Invitation>> FindDueRemindersAsync(DateTimeOffset now, int take, CancellationToken cancellationToken) => FindAsync(
        "find due reminders",
        $"status = {Pending}",
        "reminder_due_at",
        now,
        take,
        isSkipping: session.Dialect is Dialect.PostgreSql,
        cancellationToken);

    public async Task<IReadOnlyCollection<Guid>> MoveRemindersAsync(IReadOnlyList<ReminderMove> moves, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(moves);
        if (moves.Count == 0)
            return [];
        if (session.Dialect is not Dialect.PostgreSql)
        {
            return await transaction
                .ExecuteAsync(async token => TransactionOutcome.Commit(await MoveEachAsync(moves, token).ConfigureAwait(false)), cancellationToken)
                .ConfigureAwait(false);
        }

        var text = session.Model.Text(
            Table,
            "move reminders",
            sql => $"UPDATE {sql.Name} AS t SET {sql["reminder_due_at"]} = n.next, {sql["version"]} = t.{sql["version"]} + 1 " +
                "FROM unnest(@p0::uuid[], @p1::bigint[], @p2::bigint[]) AS n(id, expected, next) " +
                $"WHERE t.{sql["id"]} = n.id AND t.{sql["version"]} = n.expected AND t.{sql["status"]} = {Pending} RETURNING t.{sql["id"]}");
        var statement = new Statement(
            "move reminders",
            text,
            moves.Select(move => move.Id).ToArray(),
            moves.Select(move => move.ExpectedVersion).ToArray(),
            moves.Select(move => Instants.Stored(move.NextDueAt)).ToArray());
        return await session.QueryAsync(statement, static reader => reader.GetFieldValue<Guid>(0), cancellationToken).ConfigureAwait(false);
    }

    private async Task<IReadOnlyList<Invitation>> FindAsync(
        string name, string condition, string instant, DateTimeOffset now, int take, bool isSkipping, CancellationToken cancellationToken)
    {
        if (take <= 0)
            return [];
        var sql = session.Sql(Table);
        var statement = new StatementBuilder(name);
        statement.Append($"{sql.Select} WHERE {condition} AND {sql[instant]} <= {statement.Value(Instants.Stored(now))} ");
        statement.Append($"ORDER BY {sql[instant]}, {sql["id"]}{session.Limit(statement, take)}{(isSkipping ? " FOR UPDATE SKIP LOCKED" : "")}");
        return await session.QueryAsync(statement.Build(), Table.Read, cancellationToken).ConfigureAwait(false);
    }

    private async Task<IReadOnlyCollection<Guid>> MoveEachAsync(IReadOnlyList<ReminderMove> moves, CancellationToken cancellationToken)
    {
        var text = session.Model.Text(
            Table,
            "move a reminder",
            sql => $"UPDATE {sql.Name} SET {sql["reminder_due_at"]} = @p0, {sql["version"]} = {sql["version"]} + 1 " +
                $"WHERE {sql["id"]} = @p1 AND {sql["version"]} = @p2 AND {sql["status"]} = {Pending}");
        var moved = new List<Guid>(moves.Count);
        foreach (var move in moves)
        {
            var statement = new Statement("move a reminder", text, Instants.Stored(move.NextDueAt), move.Id, move.ExpectedVersion);
            if (await session.ExecuteAsync(statement, cancellationToken).ConfigureAwait(false) == 1)
                moved.Add(move.Id);
        }

        return moved;
    }
}
