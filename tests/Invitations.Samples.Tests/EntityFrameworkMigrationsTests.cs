using EntityFrameworkMigrations;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Invitations.Samples.Tests;

public sealed class EntityFrameworkMigrationsTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("invitations-sample-");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void The_migrations_in_the_repository_are_those_of_the_present_tables()
    {
        using var context = Open("model.db");

        Assert.False(context.Database.HasPendingModelChanges(), "A table has changed. Run tools/ef-migrations/write.sh.");
    }

    [Fact]
    public async Task Migrating_an_empty_file_makes_the_tables_of_the_model()
    {
        await using var migrated = Open("migrated.db");
        await using var created = Open("created.db");
        await migrated.Database.MigrateAsync(Cancellation);
        await created.Database.EnsureCreatedAsync(Cancellation);

        var ofMigrations = (await TablesAsync(migrated)).Where(sql => !sql.Contains("__EFMigrations", StringComparison.Ordinal));

        Assert.Equal(await TablesAsync(created), ofMigrations);
    }

    [Fact]
    public async Task The_sample_makes_its_file_and_finds_everything_in_it_the_next_time()
    {
        var file = Path.Combine(_folder.FullName, "app.db");

        var first = await SampleProgram.RunAsync(typeof(AppDbContext), null, file);
        var second = await SampleProgram.RunAsync(typeof(AppDbContext), null, file);

        Assert.Equal((0, 0), (first.ExitCode, second.ExitCode));
        Assert.Contains("AddInvitations", first.Line("Applied:"), StringComparison.Ordinal);
        Assert.Contains("up to date", second.Output, StringComparison.Ordinal);
        Assert.Contains("Person 1, Person 2", second.Line("Members:"), StringComparison.Ordinal);
        Assert.Contains("person2@example.com Accepted, person1@example.com Accepted", second.Line("Invitations:"), StringComparison.Ordinal);
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    private AppDbContext Open(string file) =>
        new(new DbContextOptionsBuilder<AppDbContext>().UseSqlite($"Data Source={Path.Combine(_folder.FullName, file)}").Options);

    private static Task<List<string>> TablesAsync(AppDbContext context) =>
        context.Database.SqlQuery<string>($"SELECT sql AS Value FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' ORDER BY name").ToListAsync(Cancellation);
}
