namespace Invitations.Stores;

/// <summary>What was done with one chunk of rows under an idempotency key.</summary>
public sealed record IdempotencyRecord
{
    /// <summary>The tenant.</summary>
    public required TenantId Tenant { get; init; }

    /// <summary>The caller's key, at most 200 characters.</summary>
    public required string Key { get; init; }

    /// <summary>The position of the first row of the chunk, counted from 1.</summary>
    public required int FirstRow { get; init; }

    /// <summary>The number of rows of the chunk.</summary>
    public required int RowCount { get; init; }

    /// <summary>The batch that the operation's invitations belong to.</summary>
    public required Guid BatchId { get; init; }

    /// <summary>A hash of the content of the chunk, in hexadecimal digits.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>The outcome of the rows as JSON, without addresses or secrets.</summary>
    public required string Outcome { get; init; }

    /// <summary>When it was done.</summary>
    public required DateTimeOffset CreatedAt { get; init; }
}
