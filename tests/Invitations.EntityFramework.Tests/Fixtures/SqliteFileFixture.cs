using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Invitations.EntityFramework.Tests.Fixtures;

/// <summary>SQLite in a file, with a write-ahead log.</summary>
public class SqliteFileFixture : EfFixture
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("invitations-sqlite-");

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }

    protected override Task<Action<DbContextOptionsBuilder>> CreateDatabaseAsync(CancellationToken cancellationToken)
    {
        var path = Path.Combine(_folder.FullName, "app.db");
        return Task.FromResult<Action<DbContextOptionsBuilder>>(options => options.UseSqlite($"Data Source={path}"));
    }
}
