namespace Invitations.Benchmarks.Stores.Databases;

/// <summary>The row that the host makes at acceptance.</summary>
internal sealed class Membership
{
    public required string Tenant { get; init; }

    public required string UserId { get; init; }

    public required Guid InvitationId { get; init; }

    public required string Role { get; init; }

    public required DateTimeOffset JoinedAt { get; init; }
}
