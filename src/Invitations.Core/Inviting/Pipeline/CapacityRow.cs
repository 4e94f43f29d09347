namespace Invitations;

/// <summary>What one row wants: seats, and a message.</summary>
/// <param name="Row">The row.</param>
/// <param name="Write">Where its result is written, or null in a dry run.</param>
/// <param name="Index">Its index in its chunk.</param>
/// <param name="Seats">What it does to the seats.</param>
/// <param name="Demand">The index of its message among all that are wanted, or null where it sends none.</param>
internal sealed record CapacityRow(InviteRow Row, ChunkWrite? Write, int Index, SeatChange Seats, int? Demand)
{
    /// <summary>The kind of seat that it needs, or null.</summary>
    public GrantKind? Wanted => Seats.To is { } kind && Seats.Takes(kind) ? kind : null;
}
