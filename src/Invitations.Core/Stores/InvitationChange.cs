namespace Invitations.Stores;

/// <summary>A conditional change of one invitation.</summary>
public sealed record InvitationChange
{
    /// <summary>The invitation as it shall be. Its <see cref="Invitation.Version"/> is one above <see cref="ExpectedVersion"/>; id, tenant and creation do not change.</summary>
    public required Invitation Updated { get; init; }

    /// <summary>The status that it must still have.</summary>
    public required InvitationStatus ExpectedStatus { get; init; }

    /// <summary>The version that it must still have.</summary>
    public required long ExpectedVersion { get; init; }

    /// <summary>If set, the change is made only where the stored expiry is null or later than this instant.</summary>
    public DateTimeOffset? UnexpiredAt { get; init; }
}
