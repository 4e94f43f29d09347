namespace Snippets.Stores;

public sealed class TeamMember
{
    public Guid Id { get; set; }

    public required string Tenant { get; set; }

    public required string UserId { get; set; }
}
