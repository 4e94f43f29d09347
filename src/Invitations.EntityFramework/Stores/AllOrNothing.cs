namespace Invitations.Stores.EntityFramework;

/// <summary>Inserts rows that may need several statements, and outside of a transaction still all or none.</summary>
internal static class AllOrNothing
{
    public static async Task InsertAsync<TRow>(EfSession session, Table<TRow> table, IReadOnlyList<TRow> rows, CancellationToken cancellationToken)
    {
        if (rows.Count == 0)
            return;
        if (session.Transaction is not null || rows.Count == 1 || session.Dialect is Dialect.PostgreSql)
        {
            await RowInserts.InsertAsync(session, table, rows, cancellationToken).ConfigureAwait(false);
            return;
        }

        await new EfTransaction(session)
            .ExecuteAsync(
                async token =>
                {
                    await RowInserts.InsertAsync(session, table, rows, token).ConfigureAwait(false);
                    return TransactionOutcome.Commit(rows.Count);
                },
                cancellationToken)
            .ConfigureAwait(false);
    }
}
