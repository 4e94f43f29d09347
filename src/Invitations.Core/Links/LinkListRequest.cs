namespace Invitations;

/// <summary>Which links to list, the newest first.</summary>
public sealed record LinkListRequest
{
    /// <summary>Whether the link is on, or null, the default, for both.</summary>
    public bool? IsActive { get; init; }

    /// <summary>The user who answers for the link, or null.</summary>
    public string? InvitedBy { get; init; }

    /// <summary>The most links of a page, 1 to <see cref="InvitationListRequest.MaxPageSize"/>. The default value is 50; a value outside is taken to the nearest bound.</summary>
    public int PageSize { get; init; } = 50;

    /// <summary><see cref="LinkPage.NextCursor"/> of the page before, or null for the first page.</summary>
    public string? Cursor { get; init; }
}
