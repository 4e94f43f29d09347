namespace Invitations.Stores.EntityFramework;

/// <summary>Writes what became of claimed deliveries: all by one statement (PostgreSQL, SQLite), or each by its own.</summary>
internal sealed class DeliveryReports(EfSession session, IStoreTransaction transaction)
{
    private const int Waiting = (int)DeliveryStatus.Waiting;

    /// <summary>So many rows a statement keep it below the limits of all databases; its text is made once for each number.</summary>
    private const int MostOfStatement = 200;

    private static readonly DeliveryTable Table = InvitationTables.Deliveries;

    private static readonly Type[] Types = [typeof(Guid), typeof(long), typeof(int), typeof(int), typeof(long), typeof(long), typeof(string), typeof(string)];

    public async Task<IReadOnlyCollection<Guid>> ReportAsync(IReadOnlyList<DeliveryReport> reports, CancellationToken cancellationToken)
    {
        if (reports.Count == 0)
            return [];
        return session.Dialect switch
        {
            Dialect.PostgreSql => await QueryAsync(OfArrays(reports), cancellationToken).ConfigureAwait(false),
            Dialect.Sqlite when reports.Count <= MostOfStatement => await QueryAsync(OfValues(reports), cancellationToken).ConfigureAwait(false),
            _ => await transaction
                .ExecuteAsync(async token => TransactionOutcome.Commit(await ReportPartsAsync(reports, token).ConfigureAwait(false)), cancellationToken)
                .ConfigureAwait(false),
        };
    }

    private async Task<IReadOnlyCollection<Guid>> ReportPartsAsync(IReadOnlyList<DeliveryReport> reports, CancellationToken cancellationToken)
    {
        var written = new List<Guid>(reports.Count);
        if (session.Dialect is Dialect.Sqlite)
        {
            foreach (var some in reports.Chunk(MostOfStatement))
                written.AddRange(await QueryAsync(OfValues(some), cancellationToken).ConfigureAwait(false));
            return written;
        }

        foreach (var report in reports.OrderBy(report => report.Id))
        {
            if (await session.ExecuteAsync(OfOne(report), cancellationToken).ConfigureAwait(false) == 1)
                written.Add(report.Id);
        }

        return written;
    }

    private Task<List<Guid>> QueryAsync(Statement statement, CancellationToken cancellationToken) =>
        session.QueryAsync(statement, static reader => reader.GetFieldValue<Guid>(0), cancellationToken);

    /// <summary>Locks the rows in the order of their ids first, so that it and a cancellation cannot wait for each other.</summary>
    private Statement OfArrays(IReadOnlyList<DeliveryReport> reports)
    {
        var text = session.Model.Text(Table, "report arrays", sql =>
            $"WITH n AS (SELECT * FROM unnest(@p0::uuid[], @p1::bigint[], @p2::integer[], @p3::integer[], @p4::bigint[], @p5::bigint[], @p6::text[], @p7::text[]) " +
            "AS n(id, fence, status, untried, due_at, ended_at, provider_message_id, last_error)), " +
            $"held AS MATERIALIZED (SELECT d.{sql["id"]} FROM {sql.Name} AS d JOIN n ON n.id = d.{sql["id"]} AND n.fence = d.{sql["fence"]} " +
            $"WHERE d.{sql["status"]} = {Waiting} ORDER BY d.{sql["id"]} FOR UPDATE OF d) " +
            $"UPDATE {sql.Name} AS t SET {Set(sql, "t.", column => $"n.{column}")} FROM n JOIN held ON held.{sql["id"]} = n.id " +
            $"WHERE t.{sql["id"]} = n.id RETURNING t.{sql["id"]}");
        return new(
            "report on deliveries",
            text,
            reports.Select(report => report.Id).ToArray(),
            reports.Select(report => report.Fence).ToArray(),
            reports.Select(report => (int)report.Status).ToArray(),
            reports.Select(Untried).ToArray(),
            reports.Select(DueAt).ToArray(),
            reports.Select(EndedAt).ToArray(),
            reports.Select(report => report.ProviderMessageId).ToArray(),
            reports.Select(report => report.Error).ToArray());
    }

    private Statement OfValues(IReadOnlyList<DeliveryReport> reports)
    {
        var text = session.Model.Text(Table, $"report {reports.Count}", sql =>
        {
            var rows = Enumerable.Range(0, reports.Count)
                .Select(row => $"({string.Join(", ", Enumerable.Range(row * Types.Length, Types.Length).Select(Statement.Parameter))})");
            return $"WITH n(id, fence, status, untried, due_at, ended_at, provider_message_id, last_error) AS (VALUES {string.Join(", ", rows)}) " +
                $"UPDATE {sql.Name} AS t SET {Set(sql, "t.", column => $"n.{column}")} FROM n " +
                $"WHERE t.{sql["id"]} = n.id AND t.{sql["fence"]} = n.fence AND t.{sql["status"]} = {Waiting} RETURNING {sql["id"]}";
        });
        return new("report on deliveries", text, [.. reports.SelectMany(ValuesOf)]);
    }

    private Statement OfOne(DeliveryReport report)
    {
        string[] columns = ["id", "fence", "status", "untried", "due_at", "ended_at", "provider_message_id", "last_error"];
        var text = session.Model.Text(
            Table,
            "report one",
            sql => $"UPDATE {sql.Name} SET {Set(sql, "", column => Statement.Parameter(Array.IndexOf(columns, column)))} " +
                $"WHERE {sql["id"]} = @p0 AND {sql["fence"]} = @p1 AND {sql["status"]} = {Waiting}");
        return new("report on a delivery", text, [.. ValuesOf(report)]) { Types = Types };
    }

    private static string Set(TableSql<Delivery> sql, string former, Func<string, string> reported) =>
        $"{sql["status"]} = {reported("status")}, {sql["leased_until"]} = NULL, {sql["attempts"]} = {former}{sql["attempts"]} - {reported("untried")}, " +
        $"{sql["due_at"]} = COALESCE({reported("due_at")}, {former}{sql["due_at"]}), {sql["ended_at"]} = {reported("ended_at")}, " +
        $"{sql["provider_message_id"]} = {reported("provider_message_id")}, {sql["last_error"]} = {reported("last_error")}";

    private static IEnumerable<object?> ValuesOf(DeliveryReport report) =>
    [
        report.Id, report.Fence, (int)report.Status, Untried(report), DueAt(report), EndedAt(report), report.ProviderMessageId, report.Error,
    ];

    private static int Untried(DeliveryReport report) => report is { Status: DeliveryStatus.Waiting, IsUntried: true } ? 1 : 0;

    private static long? DueAt(DeliveryReport report) => report.Status is DeliveryStatus.Waiting ? Instants.Stored(report.DueAt) : null;

    private static long? EndedAt(DeliveryReport report) => report.Status is DeliveryStatus.Waiting ? null : Instants.Stored(report.At);
}
