namespace Invitations;

/// <summary>Rows that are looked up, judged and written together.</summary>
internal sealed class Chunk
{
    public required IReadOnlyList<InviteRow> Rows { get; init; }

    public required DateTimeOffset Now { get; init; }

    /// <summary>Open invitations past their expiry that hold an address of the chunk: they end when the chunk is written.</summary>
    public required IReadOnlyList<Invitation> Expired { get; init; }

    public bool HasRefusals => Rows.Any(row => row.Outcome is InviteOutcome.Refused);
}
