namespace Invitations;

/// <summary>One page of batches.</summary>
public sealed class BatchPage
{
    internal BatchPage(IReadOnlyList<InvitationBatch> items, string? nextCursor, IReadOnlyList<InvitationError>? errors = null)
    {
        Items = items;
        NextCursor = nextCursor;
        Errors = errors ?? [];
    }

    /// <summary>The batches with their counts.</summary>
    public IReadOnlyList<InvitationBatch> Items { get; }

    /// <summary>What to pass as <see cref="BatchListRequest.Cursor"/> for the next page, or null where this is the last one.</summary>
    public string? NextCursor { get; }

    /// <summary>Why there is no page: <c>cursor.invalid</c>, or no authority to look. Empty otherwise.</summary>
    public IReadOnlyList<InvitationError> Errors { get; }
}
