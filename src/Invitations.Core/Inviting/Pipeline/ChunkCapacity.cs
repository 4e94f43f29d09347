namespace Invitations;

/// <summary>
/// Takes seats and quotas for all rows of a transaction before the first row is written: a batch reserves as one. They are given out in the
/// order of the rows, and a row that does not find all that it needs is refused.
/// </summary>
internal sealed class ChunkCapacity(SeatAccounting seats, QuotaGate quotas)
{
    public async Task<ChunkReservation> TakeAsync(
        InviteOperation operation, IReadOnlyList<Chunk> chunks, IReadOnlyList<ChunkWrite> writes, CancellationToken cancellationToken)
    {
        var source = QuotaSource.Of(operation.Context);
        var rules = await quotas.RulesAsync(source, cancellationToken).ConfigureAwait(false);
        if (!seats.IsOn && rules is null)
            return ChunkReservation.None;

        var (rows, demands) = RowsOf(chunks, writes);
        var shares = await seats.MoveAsync(source.Tenant, ChangesOf(chunks, rows), cancellationToken).ConfigureAwait(false);
        var messages = await quotas.TakeAsync(source, rules, demands, chunks[0].Now, cancellationToken).ConfigureAwait(false);
        var reservation = new ChunkReservation(rows, shares, messages);
        reservation.GiveOut((row, errors) => row.Write!.Refuse(row.Index, row.Row, errors));
        return reservation;
    }

    /// <summary>Gives back what the rows did not use, in the same transaction.</summary>
    public async Task SettleAsync(
        InviteOperation operation, ChunkReservation reservation, IReadOnlyList<ChunkWrite> writes, CancellationToken cancellationToken)
    {
        if (reservation == ChunkReservation.None)
            return;
        await seats.UndoAsync(operation.Context.Tenant, reservation.Settle(writes), cancellationToken).ConfigureAwait(false);
        await quotas.SettleAsync(reservation.Messages, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Refuses the rows of a dry run that would not find what they need, and takes nothing.</summary>
    public async Task PreviewAsync(InviteOperation operation, Chunk chunk, CancellationToken cancellationToken)
    {
        var source = QuotaSource.Of(operation.Context);
        var rules = await quotas.RulesAsync(source, cancellationToken).ConfigureAwait(false);
        if (!seats.IsOn && rules is null)
            return;

        var before = operation.Preview;
        var (rows, demands) = RowsOf([chunk], [null]);
        var shares = await seats.PreviewAsync(source.Tenant, ChangesOf([chunk], rows), before, cancellationToken).ConfigureAwait(false);
        var messages = await quotas.PreviewAsync(source, rules, demands, before, chunk.Now, cancellationToken).ConfigureAwait(false);
        var reservation = new ChunkReservation(rows, shares, messages);
        reservation.GiveOut((row, errors) =>
        {
            foreach (var error in errors)
                row.Row.Policy.Refuse(error);
        });
        foreach (var invitation in chunk.Replaced)
            before.Use(SeatChange.Of(invitation, null));
        foreach (var row in reservation.Given)
        {
            before.Use(row.Seats);
            if (row.Demand is { } demand)
                before.Use(messages.CountersOf(demand), demands[demand].Opens);
        }
    }

    private (List<CapacityRow> Rows, List<QuotaDemand> Demands) RowsOf(IReadOnlyList<Chunk> chunks, IReadOnlyList<ChunkWrite?> writes)
    {
        var rows = new List<CapacityRow>(chunks.Sum(chunk => chunk.Rows.Count));
        var demands = new List<QuotaDemand>(rows.Capacity);
        for (var i = 0; i < chunks.Count; i++)
        {
            for (var index = 0; index < chunks[i].Rows.Count; index++)
            {
                var row = chunks[i].Rows[index];
                if (row.Outcome is InviteOutcome.Refused)
                    continue;
                int? demand = row.Outcome is InviteOutcome.Merged or InviteOutcome.GrantedDirectly ? null : demands.Count;
                if (demand is not null)
                    demands.Add(DemandOf(row));
                rows.Add(new(row, writes[i], index, seats.IsOn ? SeatsOf(row) : default, demand));
            }
        }

        return (rows, demands);
    }

    private static List<SeatChange> ChangesOf(IReadOnlyList<Chunk> chunks, List<CapacityRow> rows) =>
        [.. rows.Select(row => row.Seats), .. chunks.SelectMany(chunk => chunk.Replaced).Select(invitation => SeatChange.Of(invitation, null))];

    private static QuotaDemand DemandOf(InviteRow row) => row.Outcome is InviteOutcome.Reinvited
        ? new(row.Policy.Existing!.Recipient, Opens: false)
        : new(row.Policy.Draft.Recipient, Opens: true);

    private static SeatChange SeatsOf(InviteRow row) => row.Outcome switch
    {
        InviteOutcome.Invited => SeatChange.Taken(row.Policy.Draft.Grant.Kind),
        InviteOutcome.Merged => SeatChange.Of(row.Policy.Existing, row.Merged()),
        InviteOutcome.GrantedDirectly when row.Policy.Account is { IsMember: false } => SeatChange.Taken(row.Policy.Draft.Grant.Kind),
        _ => default,
    };
}
