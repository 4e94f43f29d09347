namespace Invitations;

/// <summary>What one attempt to write a chunk does; made anew where the transaction is run again.</summary>
internal sealed class ChunkWrite
{
    public required InviteResult[] Results { get; init; }

    public List<Delivery> Deliveries { get; } = [];

    public List<AuditEntry> Audit { get; } = [];

    public List<InvitationEvent> Events { get; } = [];

    public bool HasConflicts { get; set; }
}
