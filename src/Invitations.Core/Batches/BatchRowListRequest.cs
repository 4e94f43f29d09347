namespace Invitations;

/// <summary>Which rows of a batch to list, in their order.</summary>
public sealed record BatchRowListRequest
{
    /// <summary>The statuses. Empty, the default, means any.</summary>
    public IReadOnlyCollection<BatchRowStatus> Statuses { get; init; } = [];

    /// <summary>The id of a group: only rows that lead into it and wait. Null, the default, means any.</summary>
    public string? Group { get; init; }

    /// <summary><see cref="InvitationBatchRow.Position"/> of the last row of the page before; 0, the default, for the first page.</summary>
    public int After { get; init; }

    /// <summary>The most rows of a page, 1 to <see cref="InvitationListRequest.MaxPageSize"/>. The default value is 50; a value outside is taken to the nearest bound.</summary>
    public int PageSize { get; init; } = 50;
}
