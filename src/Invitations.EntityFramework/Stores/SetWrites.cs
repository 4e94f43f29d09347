namespace Invitations.Stores.EntityFramework;

/// <summary>Writes to those invitations of a set that are still as they were read: by one statement, or row by row where the database has no word for it.</summary>
internal sealed class SetWrites(EfSession session)
{
    private static readonly InvitationTable Table = InvitationTables.Invitations;

    /// <param name="invitations">The set.</param>
    /// <param name="assignments">Writes what is set, or null to delete.</param>
    /// <param name="condition">What must hold besides, or null.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The ids of those that were written.</returns>
    public async Task<HashSet<Guid>> WriteAsync(
        InvitationSet invitations,
        Func<StatementBuilder, TableSql<Invitation>, string>? assignments,
        Func<TableSql<Invitation>, string>? condition,
        CancellationToken cancellationToken)
    {
        if (session.Dialect is Dialect.Portable)
            return await WriteEachAsync(invitations, assignments, condition, cancellationToken).ConfigureAwait(false);
        var statement = session.Dialect is Dialect.PostgreSql
            ? WriteLocked(invitations, assignments, condition)
            : WriteListed(invitations, assignments, condition);
        return [.. await session.QueryAsync(statement, static reader => reader.GetFieldValue<Guid>(0), cancellationToken).ConfigureAwait(false)];
    }

    /// <summary>Locks the rows in the order of their ids first, so that two callers with the same rows cannot wait for each other.</summary>
    private Statement WriteLocked(
        InvitationSet invitations, Func<StatementBuilder, TableSql<Invitation>, string>? assignments, Func<TableSql<Invitation>, string>? condition)
    {
        var sql = session.Sql(Table);
        var statement = new StatementBuilder(NameOf(assignments));
        var ids = statement.Value(invitations.Rows.Select(row => row.Id).ToArray());
        var versions = statement.Value(invitations.Rows.Select(row => row.Version).ToArray());
        statement.Append($"WITH chosen AS MATERIALIZED (SELECT r.{sql["id"]} FROM {sql.Name} AS r JOIN unnest({ids}::uuid[], {versions}::bigint[]) AS n(id, expected) ");
        statement.Append($"ON r.{sql["id"]} = n.id AND r.{sql["version"]} = n.expected WHERE r.{sql["tenant"]} = {statement.Value(invitations.Tenant.Value)} ");
        statement.Append($"{And(condition, sql)}ORDER BY r.{sql["id"]} FOR UPDATE OF r) ");
        return statement
            .Append(assignments is null
                ? $"DELETE FROM {sql.Name} AS t USING chosen "
                : $"UPDATE {sql.Name} AS t SET {assignments(statement, sql)} FROM chosen ")
            .Append($"WHERE t.{sql["id"]} = chosen.{sql["id"]} RETURNING t.{sql["id"]}")
            .Build();
    }

    private Statement WriteListed(
        InvitationSet invitations, Func<StatementBuilder, TableSql<Invitation>, string>? assignments, Func<TableSql<Invitation>, string>? condition)
    {
        var sql = session.Sql(Table);
        var statement = new StatementBuilder(NameOf(assignments));
        var rows = invitations.Rows.Select(row => (Id: statement.Value(row.Id), Version: statement.Value(row.Version))).ToList();
        statement.Append(assignments is null ? $"DELETE FROM {sql.Name} " : $"UPDATE {sql.Name} SET {assignments(statement, sql)} ");
        statement.Append($"WHERE {sql["id"]} IN (").AppendJoin(", ", rows, row => row.Id);
        statement.Append($") AND ({sql["id"]}, {sql["version"]}) IN (VALUES ").AppendJoin(", ", rows, row => $"({row.Id}, {row.Version})");
        return statement
            .Append($") AND {sql["tenant"]} = {statement.Value(invitations.Tenant.Value)} {And(condition, sql)}RETURNING {sql["id"]}")
            .Build();
    }

    private async Task<HashSet<Guid>> WriteEachAsync(
        InvitationSet invitations,
        Func<StatementBuilder, TableSql<Invitation>, string>? assignments,
        Func<TableSql<Invitation>, string>? condition,
        CancellationToken cancellationToken)
    {
        var (sql, written) = (session.Sql(Table), new HashSet<Guid>(invitations.Rows.Count));
        foreach (var row in invitations.Rows.OrderBy(row => row.Id))
        {
            var statement = new StatementBuilder(NameOf(assignments));
            statement.Append(assignments is null ? $"DELETE FROM {sql.Name} " : $"UPDATE {sql.Name} SET {assignments(statement, sql)} ");
            statement.Append($"WHERE {sql["id"]} = {statement.Value(row.Id)} AND {sql["version"]} = {statement.Value(row.Version)} ");
            statement.Append($"AND {sql["tenant"]} = {statement.Value(invitations.Tenant.Value)} {And(condition, sql)}");
            if (await session.ExecuteAsync(statement.Build(), cancellationToken).ConfigureAwait(false) == 1)
                written.Add(row.Id);
        }

        return written;
    }

    private static string And(Func<TableSql<Invitation>, string>? condition, TableSql<Invitation> sql) => condition is null ? "" : $"AND {condition(sql)} ";

    private static string NameOf(Func<StatementBuilder, TableSql<Invitation>, string>? assignments) =>
        assignments is null ? "delete invitations" : "change a set of invitations";
}
