namespace Invitations.EntityFramework.Tests.Fixtures;

/// <summary>SQLite, spoken to in standard SQL alone.</summary>
public sealed class PortableSqliteFixture : SqliteFileFixture
{
    protected override bool IsPortable => true;
}
