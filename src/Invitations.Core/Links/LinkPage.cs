namespace Invitations;

/// <summary>One page of links.</summary>
public sealed class LinkPage
{
    internal LinkPage(IReadOnlyList<InvitationLink> items, string? nextCursor, IReadOnlyList<InvitationError>? errors = null)
    {
        Items = items;
        NextCursor = nextCursor;
        Errors = errors ?? [];
    }

    /// <summary>The links, without their tokens.</summary>
    public IReadOnlyList<InvitationLink> Items { get; }

    /// <summary>What to pass as <see cref="LinkListRequest.Cursor"/> for the next page, or null where this is the last one.</summary>
    public string? NextCursor { get; }

    /// <summary>Why there is no page: <c>cursor.invalid</c>, or no authority to look. Empty otherwise.</summary>
    public IReadOnlyList<InvitationError> Errors { get; }
}
