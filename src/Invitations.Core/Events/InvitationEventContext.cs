namespace Invitations;

/// <summary>The events of one commit.</summary>
public sealed class InvitationEventContext
{
    internal InvitationEventContext(IReadOnlyList<InvitationEvent> events) => Events = events;

    /// <summary>The events in the order in which they happened; at least one, and at most a chunk's worth for a bulk operation.</summary>
    public IReadOnlyList<InvitationEvent> Events { get; }
}
