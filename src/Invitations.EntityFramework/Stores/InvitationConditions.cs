namespace Invitations.Stores.EntityFramework;

/// <summary>Writes what a list asks for as conditions.</summary>
internal static class InvitationConditions
{
    private static readonly InvitationStatus[] Expiring = [InvitationStatus.Pending, InvitationStatus.AwaitingApproval];

    /// <returns>False where nothing can match.</returns>
    public static bool TryWrite(
        StatementBuilder statement, TableSql<Invitation> sql, EfSession session, InvitationStoreQuery query, out List<string> conditions)
    {
        var filter = query.Filter;
        conditions = [$"{sql["tenant"]} = {statement.Value(query.Tenant.Value)}"];
        if (filter.Statuses.Count > 0)
            conditions.Add(Statuses(statement, sql, session, filter.Statuses, Instants.Stored(query.Now)));
        if (filter.Ids.Count > 0)
            conditions.Add(session.In(statement, sql["id"], filter.Ids.ToArray()));
        if (filter.InvitedBy is { } inviter)
            conditions.Add($"{sql["invited_by"]} = {statement.Value(inviter)}");
        if (filter.Kind is { } kind)
            conditions.Add($"{sql["grant_kind"]} = {statement.Value((int)kind)}");
        if (filter.BatchId is { } batch)
            conditions.Add($"{sql["batch_id"]} = {statement.Value(batch)}");
        if (filter.LinkId is { } link)
            conditions.Add($"{sql["link_id"]} = {statement.Value(link)}");
        if (filter.HasAccessCode is { } hasCode)
            conditions.Add($"{sql["code_length"]} {(hasCode ? ">" : "=")} 0");
        if (filter.Group is { } group)
            conditions.Add(InGroup(statement, sql, session, group));
        if (query.Visibility is { } visibility)
        {
            var seen = visibility.Groups.Select(one => InGroup(statement, sql, session, one)).Prepend($"{sql["invited_by"]} = {statement.Value(visibility.InvitedBy)}");
            conditions.Add($"({string.Join(" OR ", seen)})");
        }

        if (string.IsNullOrEmpty(filter.Search))
            return true;
        if (SearchText.Term(filter.Search) is not { } term)
            return false;
        conditions.Add(session.Contains(statement, sql["search"], term));
        return true;
    }

    private static string InGroup(StatementBuilder statement, TableSql<Invitation> sql, EfSession session, string group) =>
        session.Contains(statement, sql["grant_groups"], TextList.Entry(group));

    /// <summary>The statuses as the clock sees them (see <see cref="Invitation.StatusAt"/>).</summary>
    private static string Statuses(
        StatementBuilder statement, TableSql<Invitation> sql, EfSession session, IReadOnlyCollection<InvitationStatus> statuses, long now)
    {
        var (status, expiresAt) = (sql["status"], sql["expires_at"]);
        var any = new List<string>();
        int[] plain = [.. statuses.Except(Expiring).Select(it => (int)it)];
        int[] unexpired = [.. statuses.Intersect(Expiring).Select(it => (int)it)];
        if (plain.Length > 0)
            any.Add(session.In(statement, status, plain));
        if (unexpired.Length > 0)
            any.Add($"({session.In(statement, status, unexpired)} AND {expiresAt} > {statement.Value(now)})");
        if (statuses.Contains(InvitationStatus.Expired))
            any.Add($"({session.In(statement, status, Expiring.Select(it => (int)it).ToArray())} AND {expiresAt} <= {statement.Value(now)})");
        return $"({string.Join(" OR ", any)})";
    }
}
