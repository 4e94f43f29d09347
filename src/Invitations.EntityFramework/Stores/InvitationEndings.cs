namespace Invitations.Stores.EntityFramework;

/// <summary>Ends one invitation with all that follows from it: one statement on PostgreSQL, three elsewhere.</summary>
internal sealed class InvitationEndings(EfSession session, IStoreTransaction transaction)
{
    private static readonly InvitationTable Table = InvitationTables.Invitations;
    private static readonly AuditTable Audit = InvitationTables.Audit;

    /// <summary>The columns that follow from the end alone; most ends change nothing else, and 45 columns take their time.</summary>
    private static readonly List<Column<Invitation>> Narrow =
    [
        .. Table.Columns.Where(column =>
            column.Name is "version" or "status" or "reminder_due_at" or "ended_at" or "accepted_by" or "acceptance_attempt"
            || column.Name.StartsWith("key_", StringComparison.Ordinal)),
    ];

    public Task<bool> EndAsync(InvitationEnding ending, CancellationToken cancellationToken)
    {
        if (session.Dialect is Dialect.PostgreSql)
            return EndTogetherAsync(ending, cancellationToken);
        return session.Transaction is not null
            ? EndOneByOneAsync(ending, cancellationToken)
            : transaction.ExecuteAsync(async token => TransactionOutcome.Commit(await EndOneByOneAsync(ending, token).ConfigureAwait(false)), cancellationToken);
    }

    private async Task<bool> EndOneByOneAsync(InvitationEnding ending, CancellationToken cancellationToken)
    {
        var columns = ColumnsOf(ending);
        var unexpired = ending.UnexpiredAt is not null;
        var text = session.Model.Text(Table, NameOf(columns, unexpired), sql => ConditionalUpdate.Text(sql, columns, unexpired));
        var update = new Statement("end an invitation", text, Values(ending, columns)) { Types = Types(columns) };
        if (await session.ExecuteAsync(update, cancellationToken).ConfigureAwait(false) != 1)
            return false;
        await session.DeferAsync(DeliveryCancels.Of(session, ending.Ended.Tenant, ending.Ended.Id, ending.Ended.EndedAt!.Value), cancellationToken).ConfigureAwait(false);
        if (ending.Entry is { } entry)
            await RowInserts.InsertAsync(session, Audit, [entry], cancellationToken).ConfigureAwait(false);
        return true;
    }

    private async Task<bool> EndTogetherAsync(InvitationEnding ending, CancellationToken cancellationToken)
    {
        var columns = ColumnsOf(ending);
        var unexpired = ending.UnexpiredAt is not null;
        var name = $"{NameOf(columns, unexpired)}{(ending.Entry is null ? "" : ", with an entry")}, together";
        var text = session.Model.Text(Table, name, sql => Together(sql, columns, unexpired, ending.Entry is not null));
        var values = Values(ending, columns);
        List<Type> types = [.. Types(columns), typeof(Guid), typeof(string), typeof(long), typeof(int)];
        if (unexpired)
            types.Add(typeof(long));
        values.Add(Instants.Stored(ending.Ended.EndedAt!.Value));
        types.Add(typeof(long));
        if (ending.Entry is { } entry)
        {
            values.AddRange(Audit.Columns.Select(column => column.ValueOf(entry)));
            types.AddRange(session.Sql(Audit).Types);
        }

        var ended = await session
            .QueryAsync(new("end an invitation", text, values) { Types = types }, static reader => reader.GetInt32(0), cancellationToken)
            .ConfigureAwait(false);
        return ended.Count == 1;
    }

    /// <summary>What follows happens only where the update has met its row, so that a caller who lost writes nothing.</summary>
    private string Together(TableSql<Invitation> sql, List<Column<Invitation>> columns, bool unexpired, bool withEntry)
    {
        var next = columns.Count + (unexpired ? 5 : 4);
        var cancel = DeliveryCancels.Text(session.Sql(InvitationTables.Deliveries), next, columns.Count, columns.Count + 1);
        var text = $"WITH ended AS ({ConditionalUpdate.Text(sql, columns, unexpired)} RETURNING 1), cancelled AS ({cancel} AND EXISTS (SELECT 1 FROM ended))";
        if (withEntry)
        {
            var audit = session.Sql(Audit);
            var values = string.Join(", ", Audit.Columns.Select((_, i) => Statement.Parameter(next + 1 + i)));
            text += $", entry AS (INSERT INTO {audit.Name} ({audit.Columns}) SELECT {values} FROM ended)";
        }

        return text + " SELECT 1 FROM ended";
    }

    private static List<object?> Values(InvitationEnding ending, List<Column<Invitation>> columns) => ConditionalUpdate.Values(
        new()
        {
            Updated = ending.Ended,
            ExpectedStatus = ending.Found.Status,
            ExpectedVersion = ending.Found.Version,
            UnexpiredAt = ending.UnexpiredAt,
        },
        columns);

    private static List<Type> Types(List<Column<Invitation>> columns) => columns.ConvertAll(column => column.Type);

    private static string NameOf(List<Column<Invitation>> columns, bool unexpired) =>
        $"end {(columns == Narrow ? "narrow" : "wide")}{(unexpired ? " unexpired" : "")}";

    private static List<Column<Invitation>> ColumnsOf(InvitationEnding ending)
    {
        var (found, ended) = (ending.Found, ending.Ended);
        var narrow = found with
        {
            Version = ended.Version,
            Status = ended.Status,
            ReminderDueAt = ended.ReminderDueAt,
            EndedAt = ended.EndedAt,
            AcceptedBy = ended.AcceptedBy,
            AcceptanceAttempt = ended.AcceptanceAttempt,
        };
        return narrow == ended ? Narrow : ConditionalUpdate.Changing;
    }
}
