namespace Invitations;

/// <summary>What happened to one invitation.</summary>
public sealed class InvitationHistory
{
    internal InvitationHistory(Invitation invitation, IReadOnlyList<AuditEntry> entries, IReadOnlyList<Delivery> deliveries)
    {
        Invitation = invitation;
        Entries = entries;
        Deliveries = deliveries;
    }

    /// <summary>The invitation as it is now.</summary>
    public Invitation Invitation { get; }

    /// <summary>The audit trail, oldest first.</summary>
    public IReadOnlyList<AuditEntry> Entries { get; }

    /// <summary>The messages, oldest first.</summary>
    public IReadOnlyList<Delivery> Deliveries { get; }
}
