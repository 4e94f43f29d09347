namespace Invitations;

/// <summary>One page of the rows of a batch.</summary>
public sealed class BatchRowPage
{
    internal BatchRowPage(IReadOnlyList<InvitationBatchRow> items, int? next, IReadOnlyList<InvitationError>? errors = null)
    {
        Items = items;
        Next = next;
        Errors = errors ?? [];
    }

    /// <summary>The rows.</summary>
    public IReadOnlyList<InvitationBatchRow> Items { get; }

    /// <summary>What to pass as <see cref="BatchRowListRequest.After"/> for the next page, or null where this is the last one.</summary>
    public int? Next { get; }

    /// <summary>Why there is no page: <c>batch.unknown</c>. Empty otherwise.</summary>
    public IReadOnlyList<InvitationError> Errors { get; }
}
