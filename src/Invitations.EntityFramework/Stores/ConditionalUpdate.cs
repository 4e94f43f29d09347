namespace Invitations.Stores.EntityFramework;

/// <summary>The one update of one invitation: only where id, tenant, version and status are the expected ones and, if asked for, it has not expired.</summary>
internal static class ConditionalUpdate
{
    /// <summary>All columns but those that never change.</summary>
    public static readonly List<Column<Invitation>> Changing =
        [.. InvitationTables.Invitations.Columns.Where(column => column.Name is not ("id" or "tenant" or "created_at"))];

    /// <summary>The parameters are the columns in their order, then id, tenant, version and status, then the instant if it must be unexpired.</summary>
    public static string Text(TableSql<Invitation> sql, List<Column<Invitation>> columns, bool unexpired)
    {
        var next = columns.Count;
        var set = string.Join(", ", columns.Select((column, i) => $"{sql[column.Name]} = {Statement.Parameter(i)}"));
        var where = $"{sql["id"]} = {Statement.Parameter(next)} AND {sql["tenant"]} = {Statement.Parameter(next + 1)} AND " +
            $"{sql["version"]} = {Statement.Parameter(next + 2)} AND {sql["status"]} = {Statement.Parameter(next + 3)}";
        return $"UPDATE {sql.Name} SET {set} WHERE {where}{(unexpired ? $" AND {sql["expires_at"]} > {Statement.Parameter(next + 4)}" : "")}";
    }

    public static List<object?> Values(InvitationChange change, List<Column<Invitation>> columns)
    {
        var values = columns.ConvertAll(column => column.ValueOf(change.Updated));
        values.AddRange([change.Updated.Id, change.Updated.Tenant.Value, change.ExpectedVersion, (int)change.ExpectedStatus]);
        if (change.UnexpiredAt is { } instant)
            values.Add(Instants.Stored(instant));
        return values;
    }
}
