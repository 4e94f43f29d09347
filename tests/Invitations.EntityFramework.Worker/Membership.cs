namespace Invitations.EntityFramework.Worker;

/// <summary>The host's own row.</summary>
public sealed class Membership
{
    public int Id { get; init; }

    public required Guid InvitationId { get; init; }

    public required string UserId { get; init; }
}
