using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Invitations.EntityFramework.Tests.Fixtures;

/// <summary>SQLite in memory, shared by all connections of the process for as long as one is open.</summary>
public sealed class SqliteMemoryFixture : EfFixture
{
    private readonly string _source = $"Data Source=file:/invitations-{Guid.NewGuid():N}?vfs=memdb";
    private SqliteConnection? _keeper;

    public override bool ReadersNeverWait => false;

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (_keeper is not null)
            await _keeper.DisposeAsync();
    }

    protected override async Task<Action<DbContextOptionsBuilder>> CreateDatabaseAsync(CancellationToken cancellationToken)
    {
        _keeper = new SqliteConnection(_source);
        await _keeper.OpenAsync(cancellationToken);
        return options => options.UseSqlite(_source);
    }
}
