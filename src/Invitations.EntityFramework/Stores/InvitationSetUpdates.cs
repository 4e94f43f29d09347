namespace Invitations.Stores.EntityFramework;

/// <summary>
/// Changes many invitations of one tenant in a constant number of statements (PostgreSQL): locks the rows, asks once who holds the keys that they
/// would get, judges each change in its order, and writes all that hold at once.
/// </summary>
internal sealed class InvitationSetUpdates(EfSession session)
{
    private static readonly InvitationTable Table = InvitationTables.Invitations;

    private static readonly List<Column<Invitation>> Changing = [.. Table.Columns.Where(column => column.Name is not ("tenant" or "created_at"))];

    public async Task<IReadOnlyList<ChangeOutcome>> ChangeAsync(IReadOnlyList<InvitationChange> changes, CancellationToken cancellationToken)
    {
        var tenant = changes[0].Updated.Tenant;
        for (var attempt = 1; ; attempt++)
        {
            var stored = await LockAsync(tenant, changes, cancellationToken).ConfigureAwait(false);
            var wanted = changes.SelectMany(change => OpenKeys.Of(change.Updated)).ToHashSet();
            var holders = await KeyHolders.FindAsync(session, tenant, wanted, cancellationToken).ConfigureAwait(false);
            var outcomes = Judge(changes, stored, holders, out var handedOver);
            var applied = changes.Where((_, i) => outcomes[i] is ChangeOutcome.Applied).Select(change => change.Updated).ToList();
            if (applied.Count == 0)
                return outcomes;

            // A key that was free when we asked can be taken by an insert before we write: then all is asked again.
            if (wanted.Count == 0)
                await WriteAsync(applied, handedOver, cancellationToken).ConfigureAwait(false);
            else if (!await RowInserts.TryAsync(session, () => WriteAsync(applied, handedOver, cancellationToken), cancellationToken).ConfigureAwait(false))
            {
                if (attempt == Tries)
                    throw new InvalidOperationException("The database refuses changes of invitations, and nobody holds their keys.");
                continue;
            }

            return outcomes;
        }
    }

    private const int Tries = 5;

    /// <summary>Reads the rows and keeps others from changing them, in the order of their ids, so that two callers cannot wait for each other.</summary>
    private async Task<Dictionary<Guid, Invitation>> LockAsync(TenantId tenant, IReadOnlyList<InvitationChange> changes, CancellationToken cancellationToken)
    {
        var text = session.Model.Text(
            Table, "lock", sql => $"{sql.Select} WHERE {sql["id"]} = ANY(@p0) AND {sql["tenant"]} = @p1 ORDER BY {sql["id"]} FOR UPDATE");
        var ids = changes.Select(change => change.Updated.Id).ToArray();
        var rows = await session.QueryAsync(new("lock invitations", text, ids, tenant.Value), Table.Read, cancellationToken).ConfigureAwait(false);
        return rows.ToDictionary(row => row.Id);
    }

    private static ChangeOutcome[] Judge(
        IReadOnlyList<InvitationChange> changes, Dictionary<Guid, Invitation> stored, Dictionary<UniqueKey, Guid> holders, out HashSet<Guid> handedOver)
    {
        var outcomes = new ChangeOutcome[changes.Count];
        var freed = new Dictionary<UniqueKey, Guid>();
        handedOver = [];
        for (var i = 0; i < outcomes.Length; i++)
        {
            var updated = changes[i].Updated;
            if (!stored.TryGetValue(updated.Id, out var current) || updated.Tenant != current.Tenant || !Holds(changes[i], current))
            {
                outcomes[i] = ChangeOutcome.Stale;
                continue;
            }

            var keys = OpenKeys.Of(updated).ToList();
            if (keys.Exists(key => holders.TryGetValue(key, out var holder) && holder != updated.Id))
            {
                outcomes[i] = ChangeOutcome.KeyTaken;
                continue;
            }

            foreach (var key in OpenKeys.Of(current))
            {
                holders.Remove(key);
                freed[key] = current.Id;
            }

            foreach (var key in keys)
            {
                holders[key] = updated.Id;
                if (freed.TryGetValue(key, out var former) && former != updated.Id)
                    handedOver.Add(former);
            }

            stored[updated.Id] = updated;
            outcomes[i] = ChangeOutcome.Applied;
        }

        return outcomes;
    }

    private static bool Holds(InvitationChange change, Invitation current) =>
        current.Version == change.ExpectedVersion
        && current.Status == change.ExpectedStatus
        && (change.UnexpiredAt is not { } instant || current.ExpiresAt is not { } expiry || expiry > instant);

    private async Task WriteAsync(List<Invitation> applied, HashSet<Guid> handedOver, CancellationToken cancellationToken)
    {
        if (handedOver.Count > 0)
        {
            // A unique index looks at each row by itself: the former holders let go first.
            var release = session.Model.Text(
                Table,
                "release keys",
                sql => $"UPDATE {sql.Name} SET {string.Join(", ", OpenKeys.Kinds.Select(kind => $"{sql[OpenKeys.ColumnOf(kind)]} = NULL"))} WHERE {sql["id"]} = ANY(@p0)");
            await session.ExecuteAsync(new("release keys", release, handedOver.ToArray()), cancellationToken).ConfigureAwait(false);
        }

        var text = session.Model.Text(
            Table,
            "update set",
            sql =>
            {
                var set = string.Join(", ", Changing.Skip(1).Select(column => $"{sql[column.Name]} = n.{sql[column.Name]}"));
                var columns = string.Join(", ", Changing.Select(column => sql[column.Name]));
                return $"UPDATE {sql.Name} AS t SET {set} FROM {TableSql<Invitation>.Unnest(Changing, 0)} AS n({columns}) WHERE t.{sql["id"]} = n.{sql["id"]}";
            });
        await session
            .ExecuteAsync(new("change invitations", text, [.. Changing.Select(column => column.ValuesOf(applied))]), cancellationToken)
            .ConfigureAwait(false);
    }
}
