namespace Invitations;

/// <summary>Takes the seats for all rows of a transaction before the first row is written, in the order of the rows. A row that finds none is refused.</summary>
internal sealed class ChunkCapacity(SeatAccounting seats)
{
    /// <summary>What the rows want and what ends in their favour, in one call: a batch reserves as one.</summary>
    public async Task TakeAsync(
        InviteOperation operation, IReadOnlyList<Chunk> chunks, IReadOnlyList<ChunkWrite> writes, CancellationToken cancellationToken)
    {
        if (!seats.IsOn)
            return;

        var changes = new List<SeatChange>();
        for (var i = 0; i < chunks.Count; i++)
        {
            writes[i].Seats = [.. chunks[i].Rows.Select(SeatsOf)];
            changes.AddRange(writes[i].Seats);
            changes.AddRange(chunks[i].Replaced.Select(ChangeOfEnd));
        }

        var shares = await seats.MoveAsync(operation.Context.Tenant, changes, cancellationToken).ConfigureAwait(false);
        foreach (var share in shares.Where(share => share.IsShort))
            RefuseFrom(share, chunks, writes);
    }

    /// <summary>Gives back what was taken for rows that lost a race, and takes back what did not end after all.</summary>
    public Task SettleAsync(InviteOperation operation, IReadOnlyList<ChunkWrite> writes, CancellationToken cancellationToken)
    {
        if (!seats.IsOn)
            return Task.CompletedTask;

        var notMade = new List<SeatChange>();
        foreach (var write in writes)
        {
            notMade.AddRange(write.NotEnded.Select(ChangeOfEnd));
            notMade.AddRange(write.Seats.Where((_, index) => write.Results[index] is { Succeeded: false }));
        }

        return seats.UndoAsync(operation.Context.Tenant, notMade, cancellationToken);
    }

    private static void RefuseFrom(SeatShare share, IReadOnlyList<Chunk> chunks, IReadOnlyList<ChunkWrite> writes)
    {
        var left = share.Grant.Granted;
        for (var i = 0; i < chunks.Count; i++)
        {
            for (var row = 0; row < chunks[i].Rows.Count; row++)
            {
                if (!writes[i].Seats[row].Takes(share.Kind) || left-- > 0)
                    continue;
                writes[i].Seats[row] = writes[i].Seats[row] with { To = null };
                writes[i].Refuse(row, chunks[i].Rows[row], share.Error);
            }
        }
    }

    private static SeatChange SeatsOf(InviteRow row) => row.Outcome switch
    {
        InviteOutcome.Invited => SeatChange.Taken(row.Policy.Draft.Grant.Kind),
        InviteOutcome.Merged => SeatChange.Of(row.Policy.Existing, row.Merged()),
        InviteOutcome.GrantedDirectly when row.Policy.Account is { IsMember: false } => SeatChange.Taken(row.Policy.Draft.Grant.Kind),
        _ => default,
    };

    private static SeatChange ChangeOfEnd(Invitation invitation) => SeatChange.Of(invitation, null);
}
