namespace Invitations;

/// <summary>Which batches to list, the newest first.</summary>
public sealed record BatchListRequest
{
    /// <summary>The statuses. Empty, the default, means any. Batches whose rows are coming in, or that are being deleted, are never listed.</summary>
    public IReadOnlyCollection<InvitationBatchStatus> Statuses { get; init; } = [];

    /// <summary>The user who staged, or null.</summary>
    public string? CreatedBy { get; init; }

    /// <summary>The most batches of a page, 1 to <see cref="InvitationListRequest.MaxPageSize"/>. The default value is 50; a value outside is taken to the nearest bound.</summary>
    public int PageSize { get; init; } = 50;

    /// <summary><see cref="BatchPage.NextCursor"/> of the page before, or null for the first page.</summary>
    public string? Cursor { get; init; }
}
