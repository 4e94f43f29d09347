namespace EntityFrameworkMigrations;

/// <summary>Somebody who belongs to a tenant.</summary>
public sealed class Member
{
    public int Id { get; init; }

    public required string Tenant { get; init; }

    public required string UserId { get; init; }

    public string? Name { get; init; }
}
