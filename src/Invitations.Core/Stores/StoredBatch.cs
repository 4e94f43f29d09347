namespace Invitations.Stores;

/// <summary>A batch with what only the library looks at.</summary>
public sealed record StoredBatch
{
    /// <summary>The batch. Its version is the one that changes are conditional on.</summary>
    public required InvitationBatch Batch { get; init; }

    /// <summary>The key of the caller who staged it, at most 200 characters, or null. Within a tenant no two batches have the same.</summary>
    public string? IdempotencyKey { get; init; }

    /// <summary>A hash of who stages and of all rows that were staged by now, in hexadecimal digits.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>What holds for every row that does not say otherwise, as JSON.</summary>
    public required string Options { get; init; }

    /// <summary>Who has ordered it to be sent, as JSON, or null where nothing is ordered.</summary>
    public string? Order { get; init; }

    /// <summary>Who is working on it just now, until <see cref="DueAt"/>; null where nobody is.</summary>
    public Guid? Claim { get; init; }

    /// <summary>The position of the last row that the present order is done with; 0 where it is done with none.</summary>
    public int SentThrough { get; init; }

    /// <summary>When maintenance has to look at it: to send it, to go on where somebody was cut off, or to delete the rest. Null where it need not.</summary>
    public DateTimeOffset? DueAt { get; init; }
}
