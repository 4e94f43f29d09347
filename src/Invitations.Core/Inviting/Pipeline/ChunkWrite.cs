namespace Invitations;

/// <summary>What one attempt to write a chunk does; made anew where the transaction is run again.</summary>
internal sealed class ChunkWrite
{
    public required InviteResult[] Results { get; init; }

    public List<Delivery> Deliveries { get; } = [];

    public List<AuditEntry> Audit { get; } = [];

    public List<InvitationEvent> Events { get; } = [];

    /// <summary>Expired invitations that somebody else has changed, so that they did not end here.</summary>
    public List<Invitation> NotEnded { get; } = [];

    public bool HasConflicts { get; private set; }

    /// <summary>Refuses a row that was right by itself, for what it met when it was written.</summary>
    public void Refuse(int index, InviteRow row, params IReadOnlyList<InvitationError> errors)
    {
        HasConflicts = true;
        Results[index] = new(row.Policy.Row, InviteOutcome.Refused) { Errors = errors, Recipient = row.Recipient };
    }
}
