namespace Invitations.EntityFramework.Tests.Fixtures;

/// <summary>A row of the host: who belongs to which tenant.</summary>
public sealed class Membership
{
    public Guid Id { get; set; }

    public required string Tenant { get; set; }

    public required string UserId { get; set; }
}
