namespace Invitations.Stores.EntityFramework;

/// <summary>Adds invitations and finds out which of them an open one has kept out.</summary>
internal sealed class InvitationInserts(EfSession session, IStoreTransaction transaction)
{
    /// <summary>A holder that ends between the insert and the question who it was lets the row in; so often, there is something else wrong.</summary>
    private const int Tries = 5;

    private static readonly InvitationTable Table = InvitationTables.Invitations;

    public async Task<IReadOnlyList<AddConflict>> AddAsync(IReadOnlyList<Invitation> invitations, CancellationToken cancellationToken)
    {
        if (invitations.Count == 0)
            return [];
        return await transaction
            .ExecuteAsync(async token => TransactionOutcome.Commit(await AddInsideAsync(invitations, token).ConfigureAwait(false)), cancellationToken)
            .ConfigureAwait(false);
    }

    private async Task<IReadOnlyList<AddConflict>> AddInsideAsync(IReadOnlyList<Invitation> invitations, CancellationToken cancellationToken)
    {
        var conflicts = new List<AddConflict>();

        // In the order of their keys, so that of two chunks with the same people one waits for the other, and not each for the other.
        var pending = Enumerable.Range(0, invitations.Count).OrderBy(index => FirstKey(invitations[index]), StringComparer.Ordinal).ToList();
        for (var attempt = 1; pending.Count > 0; attempt++)
        {
            if (attempt > Tries)
                throw new InvalidOperationException("The database refuses invitations, and nobody holds their keys.");
            var rows = pending.ConvertAll(index => invitations[index]);
            var added = await RowInserts.AddAsync(session, Table, rows, static row => row.Id, cancellationToken).ConfigureAwait(false);
            pending.RemoveAll(index => added.Contains(invitations[index].Id));
            if (pending.Count == 0)
                break;

            await EnsureNewAsync(pending.ConvertAll(index => invitations[index].Id), cancellationToken).ConfigureAwait(false);
            var left = pending.ConvertAll(index => invitations[index]);
            var holders = await KeyHolders
                .FindAsync(session, left[0].Tenant, [.. left.SelectMany(OpenKeys.Of)], cancellationToken)
                .ConfigureAwait(false);
            foreach (var index in pending.ToList())
            {
                if (HeldKey(invitations[index], holders) is not { } kind)
                    continue;
                conflicts.Add(new(index, kind));
                pending.Remove(index);
            }
        }

        return [.. conflicts.OrderBy(conflict => conflict.Index)];
    }

    private static string? FirstKey(Invitation invitation) => OpenKeys.Of(invitation).Select(key => key.Value).FirstOrDefault();

    private static UniqueKeyKind? HeldKey(Invitation invitation, Dictionary<UniqueKey, Guid> holders)
    {
        foreach (var key in OpenKeys.Of(invitation).OrderBy(key => key.Kind))
        {
            if (holders.ContainsKey(key))
                return key.Kind;
        }

        return null;
    }

    private async Task EnsureNewAsync(List<Guid> ids, CancellationToken cancellationToken)
    {
        var sql = session.Sql(Table);
        var statement = new StatementBuilder("find ids that exist").Append($"SELECT {sql["id"]} FROM {sql.Name} WHERE ");
        statement.Append(session.In(statement, sql["id"], [.. ids]));
        var existing = await session.QueryAsync(statement.Build(), static reader => reader.GetFieldValue<Guid>(0), cancellationToken).ConfigureAwait(false);
        if (existing.Count > 0)
            throw new ArgumentException($"The invitation {existing[0]} exists already.");
    }
}
