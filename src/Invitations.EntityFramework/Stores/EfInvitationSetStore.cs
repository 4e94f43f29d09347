namespace Invitations.Stores.EntityFramework;

internal sealed class EfInvitationSetStore(EfSession session, IStoreTransaction transaction, SetWrites writes) : IInvitationSetStore
{
    /// <summary>What an anonymous invitation has in these columns, whoever it was for.</summary>
    private static readonly Invitation Anonymous = new Invitation
    {
        Id = default,
        Tenant = "anonymous",
        Recipient = new(),
        Grant = Grant.Member,
        InvitedBy = "",
        Status = InvitationStatus.Revoked,
        SecretVersion = 0,
        SecretKeyId = 0,
        CreatedAt = default,
    }.Anonymized(default);

    private static readonly List<Column<Invitation>> Personal =
        [.. InvitationTables.Invitations.Columns.Where(column => InvitationTable.PersonalColumns.Contains(column.Name))];

    public Task<IReadOnlyCollection<Guid>> EndAsync(InvitationSet invitations, InvitationStatus status, CancellationToken cancellationToken) => WriteAsync(
        invitations,
        (statement, sql) => $"{sql["status"]} = {statement.Value((int)status)}, {sql["ended_at"]} = {statement.Value(Instants.Stored(invitations.At))}, " +
            $"{sql["reminder_due_at"]} = NULL, {NextVersion(sql)}, " +
            string.Join(", ", OpenKeys.Kinds.Select(kind => $"{sql[OpenKeys.ColumnOf(kind)]} = NULL")),
        null,
        (statement, sql) => $"UPDATE {sql.Name} SET {sql["status"]} = {(int)DeliveryStatus.Cancelled}, {sql["leased_until"]} = NULL, " +
            $"{sql["ended_at"]} = {statement.Value(Instants.Stored(invitations.At))} WHERE {sql["status"]} = {(int)DeliveryStatus.Waiting} AND ",
        cancellationToken);

    public Task<IReadOnlyCollection<Guid>> DeleteAsync(InvitationSet invitations, CancellationToken cancellationToken) => WriteAsync(
        invitations, null, null, (_, sql) => $"DELETE FROM {sql.Name} WHERE ", cancellationToken);

    public Task<IReadOnlyCollection<Guid>> AnonymizeAsync(InvitationSet invitations, CancellationToken cancellationToken) => WriteAsync(
        invitations,
        (statement, sql) => $"{sql["anonymized_at"]} = {statement.Value(Instants.Stored(invitations.At))}, {NextVersion(sql)}, " +
            string.Join(", ", Personal.Select(column => $"{sql[column.Name]} = {Literal(column)}")),
        sql => $"{sql["anonymized_at"]} IS NULL AND {sql["status"]} NOT IN ({string.Join(", ", Enum.GetValues<InvitationStatus>().Where(InvitationLifecycle.IsOpen).Select(status => (int)status))})",
        (_, sql) => $"UPDATE {sql.Name} SET {sql["provider_message_id"]} = NULL, {sql["last_error"]} = NULL WHERE ",
        cancellationToken);

    /// <summary>Writes the invitations, then their deliveries, then the entries of those that were written.</summary>
    private async Task<IReadOnlyCollection<Guid>> WriteAsync(
        InvitationSet invitations,
        Func<StatementBuilder, TableSql<Invitation>, string>? assignments,
        Func<TableSql<Invitation>, string>? condition,
        Func<StatementBuilder, TableSql<Delivery>, string> deliveries,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(invitations);
        if (invitations.Rows.Count == 0)
            return [];
        return await transaction
            .ExecuteAsync(
                async token =>
                {
                    var written = await writes.WriteAsync(invitations, assignments, condition, token).ConfigureAwait(false);
                    await WriteDeliveriesAsync(invitations.Tenant, written, deliveries, token).ConfigureAwait(false);
                    var entries = invitations.Entries.Where(entry => entry.InvitationId is { } id && written.Contains(id)).ToList();
                    await AllOrNothing.InsertAsync(session, InvitationTables.Audit, entries, token).ConfigureAwait(false);
                    return TransactionOutcome.Commit<IReadOnlyCollection<Guid>>(written);
                },
                cancellationToken)
            .ConfigureAwait(false);
    }

    private async Task WriteDeliveriesAsync(
        TenantId tenant, HashSet<Guid> ids, Func<StatementBuilder, TableSql<Delivery>, string> write, CancellationToken cancellationToken)
    {
        var sql = session.Sql(InvitationTables.Deliveries);
        var size = session.Dialect is Dialect.PostgreSql ? int.MaxValue : SessionSql.MostParameters / 2;
        foreach (var some in ids.Chunk(Math.Min(size, Math.Max(1, ids.Count))))
        {
            var statement = new StatementBuilder("change the deliveries of a set");
            statement.Append(write(statement, sql)).Append($"{session.In(statement, sql["invitation_id"], some)} AND {sql["tenant"]} = {statement.Value(tenant.Value)}");
            await session.ExecuteAsync(statement.Build(), cancellationToken).ConfigureAwait(false);
        }
    }

    private static string NextVersion(TableSql<Invitation> sql) => $"{sql["version"]} = {sql["version"]} + 1";

    // Nothing, or the number 0: no value of a person can be in it.
    private static string Literal(Column<Invitation> column) => column.ValueOf(Anonymous) switch
    {
        null => "NULL",
        0 => "0",
        var value => throw new InvalidOperationException($"An anonymous invitation has '{value}' in the column '{column.Name}'."),
    };
}
