namespace Invitations;

/// <summary>A named list of people that was checked and put by, to be sent later. Immutable; the rows are asked for separately.</summary>
/// <remarks>All instants are UTC, with microseconds as the smallest unit.</remarks>
public sealed record InvitationBatch
{
    /// <summary>The id, a time-ordered UUID. The invitations that are made of the rows carry it (see <see cref="Invitation.BatchId"/>).</summary>
    public required Guid Id { get; init; }

    /// <summary>The tenant.</summary>
    public required TenantId Tenant { get; init; }

    /// <summary>What people call it, or null.</summary>
    public string? Name { get; init; }

    /// <summary>Where it is in its life.</summary>
    public required InvitationBatchStatus Status { get; init; }

    /// <summary>How many rows wait, were sent, were refused, were let go of.</summary>
    public InvitationBatchCounts Counts { get; init; }

    /// <summary>The host's id of the user who staged it, or the name of the trusted system that did.</summary>
    public required string CreatedBy { get; init; }

    /// <summary>Whether a trusted system of the host staged it (see <see cref="Inviter.System"/>) and no person.</summary>
    public bool IsFromSystem { get; init; }

    /// <summary>When staging began.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was complete, or null while its rows are coming in.</summary>
    public DateTimeOffset? StagedAt { get; init; }

    /// <summary>When it will be sent, or null where it is not scheduled.</summary>
    public DateTimeOffset? SendAt { get; init; }

    /// <summary>The groups whose rows the present order is about. Empty for all rows, and where nothing is ordered.</summary>
    public IReadOnlyList<string> SendGroups { get; init; } = [];

    /// <summary>Who ordered it to be sent, now, at a time, or the last time; they answer for the invitations. Null where nobody has.</summary>
    public string? SentBy { get; init; }

    /// <summary>When it was last sent to the end of what was ordered, or null.</summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>When it was withdrawn, or null.</summary>
    public DateTimeOffset? WithdrawnAt { get; init; }

    /// <summary>Counts up with every change.</summary>
    public long Version { get; init; } = 1;

    /// <summary>The id and the status; nothing that somebody wrote.</summary>
    public override string ToString() => $"Batch {Id} ({Status})";
}
