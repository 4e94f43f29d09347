using Invitations.TestServers;
using Microsoft.EntityFrameworkCore;

namespace Invitations.EntityFramework.Tests.Fixtures;

/// <summary>A database of its own on a real PostgreSQL server.</summary>
public class PostgreSqlFixture : EfFixture
{
    private PostgreSqlDatabase? _database;

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (_database is not null)
            await _database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected override async Task<Action<DbContextOptionsBuilder>> CreateDatabaseAsync(CancellationToken cancellationToken)
    {
        Assert.SkipUnless(PostgreSqlServer.Unavailable is null, PostgreSqlServer.Unavailable ?? "");
        var server = await PostgreSqlServer.SharedAsync();
        _database = await server.CreateDatabaseAsync(cancellationToken);
        var connection = _database.ConnectionString;
        return options => options.UseNpgsql(connection);
    }
}
