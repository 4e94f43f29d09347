namespace Invitations;

/// <summary>Which invitations to list, in which order.</summary>
public sealed record InvitationListRequest
{
    /// <summary>The largest page: 500 rows.</summary>
    public const int MaxPageSize = 500;

    /// <summary>Which. By default, all.</summary>
    public InvitationFilter Filter { get; init; } = new();

    /// <summary>The order. The default value is <see cref="InvitationSort.NewestFirst"/>.</summary>
    public InvitationSort Sort { get; init; }

    /// <summary>The most rows of a page, 1 to <see cref="MaxPageSize"/>. The default value is 50; a value outside is taken to the nearest bound.</summary>
    public int PageSize { get; init; } = 50;

    /// <summary><see cref="InvitationPage.NextCursor"/> of the page before, or null for the first page.</summary>
    public string? Cursor { get; init; }
}
