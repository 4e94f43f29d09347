namespace Invitations;

/// <summary>One page of the list of suppressed addresses.</summary>
public sealed class SuppressionPage
{
    internal SuppressionPage(IReadOnlyList<Suppression> items, Guid? next, IReadOnlyList<InvitationError>? errors = null)
    {
        Items = items;
        Next = next;
        Errors = errors ?? [];
    }

    /// <summary>The entries.</summary>
    public IReadOnlyList<Suppression> Items { get; }

    /// <summary>What to pass as <c>after</c> for the next page, or null where this is the last one.</summary>
    public Guid? Next { get; }

    /// <summary>Why there is no page: no authority to look. Empty otherwise.</summary>
    public IReadOnlyList<InvitationError> Errors { get; }
}
