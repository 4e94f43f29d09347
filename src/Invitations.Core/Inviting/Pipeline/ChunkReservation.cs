namespace Invitations;

/// <summary>Seats and messages that were taken for the rows of one transaction, given out in the order of the rows.</summary>
internal sealed class ChunkReservation(IReadOnlyList<CapacityRow> rows, IReadOnlyList<SeatShare> shares, QuotaTake messages)
{
    private readonly Dictionary<GrantKind, int> _left = shares.ToDictionary(share => share.Kind, share => share.Grant.Granted);
    private readonly List<CapacityRow> _given = [];
    private readonly List<SeatChange> _notMade = [];

    /// <summary>Nothing is counted.</summary>
    public static ChunkReservation None { get; } = new([], [], QuotaTake.Unlimited);

    public QuotaTake Messages => messages;

    /// <summary>The rows that found everything that they need.</summary>
    public IReadOnlyList<CapacityRow> Given => _given;

    /// <summary>Gives each row all that it needs or nothing.</summary>
    /// <param name="refuse">Gets each row that does not find all of it, with the reasons.</param>
    public void GiveOut(Action<CapacityRow, IReadOnlyList<InvitationError>> refuse)
    {
        foreach (var row in rows)
        {
            InvitationError[] errors = [.. NoSeat(row), .. row.Demand is { } wanted ? messages.Check(wanted) : []];
            if (errors.Length > 0)
            {
                _notMade.Add(row.Seats with { To = null });
                refuse(row, errors);
                continue;
            }

            if (row.Wanted is { } kind)
                _left[kind]--;
            if (row.Demand is { } demand)
                messages.Use(demand);
            _given.Add(row);
        }
    }

    /// <summary>Takes stock once the rows are written: what was taken for rows that lost a race, or for none, goes back.</summary>
    /// <returns>The changes of seats that were not made.</returns>
    public IReadOnlyList<SeatChange> Settle(IReadOnlyList<ChunkWrite> writes)
    {
        foreach (var row in _given.Where(row => row.Write!.Results[row.Index] is { Succeeded: false }))
        {
            _notMade.Add(row.Seats);
            if (row.Demand is { } demand)
                messages.Undo(demand);
        }

        foreach (var (kind, left) in _left)
            _notMade.AddRange(Enumerable.Repeat(SeatChange.Taken(kind), left));
        _notMade.AddRange(writes.SelectMany(write => write.NotEnded).Select(invitation => SeatChange.Of(invitation, null)));
        return _notMade;
    }

    private IEnumerable<InvitationError> NoSeat(CapacityRow row) => row.Wanted is { } kind && _left[kind] < 1
        ? [shares.First(share => share.Kind == kind).Error]
        : [];
}
