namespace Invitations.EntityFramework.Tests.Fixtures;

/// <summary>PostgreSQL, spoken to in standard SQL alone.</summary>
public sealed class PortablePostgreSqlFixture : PostgreSqlFixture
{
    protected override bool IsPortable => true;
}
