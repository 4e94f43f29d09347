namespace Invitations;

/// <summary>The events of one commit.</summary>
public sealed class InvitationEventContext
{
    internal InvitationEventContext(IReadOnlyList<InvitationEvent> events) => Events = events;

    /// <summary>What happened to invitations, in that order, at most a chunk's worth for a bulk operation. Empty where only links or batches were changed.</summary>
    public IReadOnlyList<InvitationEvent> Events { get; }

    /// <summary>What happened to links for many people. Empty where only invitations were changed.</summary>
    public IReadOnlyList<InvitationLinkEvent> LinkEvents { get; internal init; } = [];

    /// <summary>What happened to batches. Empty where only invitations were changed.</summary>
    public IReadOnlyList<InvitationBatchEvent> BatchEvents { get; internal init; } = [];
}
