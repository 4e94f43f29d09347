namespace Invitations.Stores.EntityFramework;

/// <summary>Changes invitations, each by one conditional statement; many at once on PostgreSQL by <see cref="InvitationSetUpdates"/>.</summary>
internal sealed class InvitationUpdates(EfSession session, IStoreTransaction transaction, InvitationSetUpdates sets)
{
    private static readonly InvitationTable Table = InvitationTables.Invitations;

    private static readonly List<Type> ChangingTypes = ConditionalUpdate.Changing.ConvertAll(column => column.Type);

    public async Task<IReadOnlyList<ChangeOutcome>> ChangeAsync(IReadOnlyList<InvitationChange> changes, CancellationToken cancellationToken)
    {
        // One change that cannot meet a key is one statement, and a transaction by itself.
        if (changes.Count == 0 || (changes.Count == 1 && !CanMeetKey(changes[0])))
            return await ChangeEachAsync(changes, cancellationToken).ConfigureAwait(false);
        return await transaction
            .ExecuteAsync(
                async token => TransactionOutcome.Commit(
                    changes.Count > 1 && session.Dialect is Dialect.PostgreSql
                        ? await sets.ChangeAsync(changes, token).ConfigureAwait(false)
                        : await ChangeEachAsync(changes, token).ConfigureAwait(false)),
                cancellationToken)
            .ConfigureAwait(false);
    }

    public async Task<IReadOnlyList<ChangeOutcome>> ChangeEachAsync(IReadOnlyList<InvitationChange> changes, CancellationToken cancellationToken)
    {
        var outcomes = new ChangeOutcome[changes.Count];
        for (var i = 0; i < outcomes.Length; i++)
            outcomes[i] = await ChangeOneAsync(changes[i], cancellationToken).ConfigureAwait(false);
        return outcomes;
    }

    private async Task<ChangeOutcome> ChangeOneAsync(InvitationChange change, CancellationToken cancellationToken)
    {
        if (!CanMeetKey(change))
            return await UpdateAsync(change, cancellationToken).ConfigureAwait(false) == 1 ? ChangeOutcome.Applied : ChangeOutcome.Stale;

        var keys = OpenKeys.Of(change.Updated).ToList();
        if (!await HoldsAsync(change, cancellationToken).ConfigureAwait(false))
            return ChangeOutcome.Stale;
        if (await IsTakenAsync(change, keys, cancellationToken).ConfigureAwait(false))
            return ChangeOutcome.KeyTaken;

        var changed = 0;
        if (session.Dialect is Dialect.Sqlite)
            changed = await UpdateAsync(change, cancellationToken).ConfigureAwait(false);
        else if (!await RowInserts.TryAsync(session, async () => changed = await UpdateAsync(change, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false))
            return ChangeOutcome.KeyTaken;
        return changed == 1 ? ChangeOutcome.Applied : ChangeOutcome.Stale;
    }

    private Task<int> UpdateAsync(InvitationChange change, CancellationToken cancellationToken)
    {
        var text = session.Model.Text(
            Table,
            change.UnexpiredAt is null ? "update" : "update unexpired",
            sql => ConditionalUpdate.Text(sql, ConditionalUpdate.Changing, change.UnexpiredAt is not null));
        var values = ConditionalUpdate.Values(change, ConditionalUpdate.Changing);
        return session.ExecuteAsync(new("change an invitation", text, values) { Types = ChangingTypes }, cancellationToken);
    }

    /// <summary>Whether the invitation is as expected. Inside a transaction of SQLite this stays so; elsewhere the update decides.</summary>
    private async Task<bool> HoldsAsync(InvitationChange change, CancellationToken cancellationToken)
    {
        var text = session.Model.Text(
            Table,
            "is as expected",
            sql => $"SELECT {sql["expires_at"]} FROM {sql.Name} WHERE {sql["id"]} = @p0 AND {sql["tenant"]} = @p1 AND {sql["version"]} = @p2 AND {sql["status"]} = @p3");
        var statement = new Statement(
            "look whether an invitation is as expected",
            text,
            change.Updated.Id,
            change.Updated.Tenant.Value,
            change.ExpectedVersion,
            (int)change.ExpectedStatus);
        var expiries = await session.QueryAsync(statement, static reader => reader.GetInt64(0), cancellationToken).ConfigureAwait(false);
        return expiries.Count == 1 && (change.UnexpiredAt is not { } instant || expiries[0] > Instants.Stored(instant));
    }

    private async Task<bool> IsTakenAsync(InvitationChange change, List<UniqueKey> keys, CancellationToken cancellationToken)
    {
        var holders = await KeyHolders.FindAsync(session, change.Updated.Tenant, keys, cancellationToken).ConfigureAwait(false);
        return keys.Exists(key => holders.TryGetValue(key, out var holder) && holder != change.Updated.Id);
    }

    private static bool CanMeetKey(InvitationChange change) => OpenKeys.Of(change.Updated).Any();
}
