namespace Invitations;

/// <summary>One page of a list.</summary>
public sealed class InvitationPage
{
    internal InvitationPage(IReadOnlyList<Invitation> items, string? nextCursor, IReadOnlyList<InvitationError>? errors = null)
    {
        Items = items;
        NextCursor = nextCursor;
        Errors = errors ?? [];
    }

    /// <summary>The invitations.</summary>
    public IReadOnlyList<Invitation> Items { get; }

    /// <summary>What to pass as <see cref="InvitationListRequest.Cursor"/> for the next page, or null where this is the last one. Opaque; good for the same order only.</summary>
    public string? NextCursor { get; }

    /// <summary>Why there is no page: <c>cursor.invalid</c>, or no authority to look. Empty otherwise.</summary>
    public IReadOnlyList<InvitationError> Errors { get; }
}
