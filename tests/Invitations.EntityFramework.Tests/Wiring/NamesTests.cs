using Invitations.TestServers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Invitations.EntityFramework.Tests.Wiring;

public sealed class NamesTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void Tables_have_the_prefix_and_the_schema_that_the_host_gives_them()
    {
        var options = new DbContextOptionsBuilder<NamedContext>().UseSqlite("Data Source=:memory:").Options;
        using var context = new NamedContext(options);

        var tables = context.Model.GetEntityTypes().Select(type => $"{type.GetSchema()}.{type.GetTableName()}").Order(StringComparer.Ordinal).ToList();

        Assert.Contains("people.team_invitations", tables);
        Assert.All(tables, table => Assert.StartsWith("people.team_invitation", table, StringComparison.Ordinal));
    }

    [Fact]
    public void Texts_that_are_compared_get_the_collation_and_the_type_that_the_host_gives_them()
    {
        var options = new DbContextOptionsBuilder<CollatedContext>().UseSqlite("Data Source=:memory:").Options;
        using var context = new CollatedContext(options);

        var script = context.Database.GenerateCreateScript();

        Assert.Contains("\"key_email\" varchar(320) COLLATE BINARY NULL", script, StringComparison.Ordinal);
        Assert.Contains("\"tenant\" varchar(100) COLLATE BINARY NOT NULL", script, StringComparison.Ordinal);
        Assert.Contains("\"first_name\" TEXT NULL", script, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Invitations_are_kept_in_a_schema_of_their_own()
    {
        Assert.SkipUnless(PostgreSqlServer.Unavailable is null, PostgreSqlServer.Unavailable ?? "");
        await using var database = await (await PostgreSqlServer.SharedAsync()).CreateDatabaseAsync(Cancellation);
        var services = new ServiceCollection();
        services.AddDbContext<NamedContext>(options => options.UseNpgsql(database.ConnectionString, npgsql => npgsql.EnableRetryOnFailure()));
        services.AddInvitations(o => o.BaseUrl = new("https://app.example.com/join")).UseEphemeralKeys().UseEntityFramework<NamedContext>();
        await using var provider = services.BuildServiceProvider();
        await using var scope = provider.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<NamedContext>();
        await context.Database.EnsureCreatedAsync(Cancellation);

        var invited = await scope.ServiceProvider.GetRequiredService<IInvitationService>().InviteManyAsync(
            "acme", [new("ana@example.com"), new("ben@example.com")], Inviter.OrganizationAdmin("user-1"), cancellationToken: Cancellation);

        Assert.Equal(2, invited.Rows.Count(row => row.Succeeded));
        Assert.Equal([2], await context.Database.SqlQuery<int>($"SELECT count(*)::int AS \"Value\" FROM people.team_invitations").ToListAsync(Cancellation));
    }

    private sealed class NamedContext(DbContextOptions<NamedContext> options) : DbContext(options)
    {
        protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.UseInvitations(o =>
        {
            o.Schema = "people";
            o.TablePrefix = "team_";
        });
    }

    private sealed class CollatedContext(DbContextOptions<CollatedContext> options) : DbContext(options)
    {
        protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.UseInvitations(o =>
        {
            o.KeyCollation = "BINARY";
            o.KeyColumnType = length => $"varchar({length ?? 8000})";
        });
    }
}
