namespace Invitations;

/// <summary>Which rows of a batch to send, and when.</summary>
public sealed record BatchSendOptions
{
    /// <summary>When, or null, the default, for now. An instant that has passed is now; it is sent by <see cref="IInvitationMaintenance"/>.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>The ids of groups: only rows that lead into any of them are sent, and the others go on waiting. Empty, the default, means all rows.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];
}
