namespace Invitations.Stores;

/// <summary>One row of a batch. While it waits it has everything about the person, and from then on nothing.</summary>
public sealed record StoredBatchRow
{
    /// <summary>The tenant.</summary>
    public required TenantId Tenant { get; init; }

    /// <summary>The batch.</summary>
    public required Guid BatchId { get; init; }

    /// <summary>The place among the rows of the batch, counted from 1 without gaps. Unique within it.</summary>
    public required int Position { get; init; }

    /// <summary>The position of the row where it came from.</summary>
    public required int Row { get; init; }

    /// <summary>What became of it.</summary>
    public required BatchRowStatus Status { get; init; }

    /// <summary>The recipient in canonical form, by which a person's rows are found.</summary>
    public Recipient Recipient { get; init; } = new();

    /// <summary>The ids of the groups that it leads into.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>The row as it was given, as JSON, or null where it does not wait.</summary>
    public string? Content { get; init; }

    /// <summary>What sending it came to, or null.</summary>
    public InviteOutcome? Outcome { get; init; }

    /// <summary>The invitation that was made of it, issued again or merged into, or null.</summary>
    public Guid? InvitationId { get; init; }

    /// <summary>Why it was refused, as JSON, or null.</summary>
    public string? Errors { get; init; }

    /// <summary>The position and the status; nothing personal.</summary>
    public override string ToString() => $"Row {Row}: {Status}";
}
