namespace Invitations.Stores;

/// <summary>One person who joined by a link. A link has at most one for each user and one for each attempt, whatever its token was at the time.</summary>
public sealed record LinkUse
{
    /// <summary>The invitation that was made, accepted, for the person; also the id of the use.</summary>
    public required Guid InvitationId { get; init; }

    /// <summary>The tenant.</summary>
    public required TenantId Tenant { get; init; }

    /// <summary>The link.</summary>
    public required Guid LinkId { get; init; }

    /// <summary>The host's id of the user; null only inside the transaction in which somebody signs up.</summary>
    public string? UserId { get; init; }

    /// <summary>The id of the sign-up form (see <see cref="Acceptor.SigningUp"/>), or null.</summary>
    public string? Attempt { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset UsedAt { get; init; }
}
