using Invitations.EntityFramework.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Invitations.EntityFramework.Tests.Wiring;

public sealed class RegistrationTests(SqliteFileFixture fixture) : IClassFixture<SqliteFileFixture>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string> Ways => ["AddDbContext", "AddDbContextPool", "AddDbContextFactory", "AddPooledDbContextFactory", "a factory alone"];

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task The_context_may_be_registered_in_any_way(string way)
    {
        var connect = await fixture.ConnectAsync(Cancellation);
        var services = new ServiceCollection();
        _ = way switch
        {
            "AddDbContext" => services.AddDbContext<HostDbContext>(connect),
            "AddDbContextPool" => services.AddDbContextPool<HostDbContext>(connect),
            "AddDbContextFactory" => services.AddDbContextFactory<HostDbContext>(connect),
            "AddPooledDbContextFactory" => services.AddPooledDbContextFactory<HostDbContext>(connect),
            _ => services.AddSingleton<IDbContextFactory<HostDbContext>>(new OnlyFactory(connect)),
        };
        await using var provider = Wired(services);

        var tenant = new TenantId($"tenant-{way}");
        for (var i = 0; i < 3; i++)
        {
            await using var scope = provider.CreateAsyncScope();
            var result = await scope.ServiceProvider.GetRequiredService<IInvitationService>().InviteAsync(
                tenant, new($"ana{i}@example.com"), Host.Admin, cancellationToken: Cancellation);
            Assert.True(result.Succeeded);
        }

        await using var last = provider.CreateAsyncScope();
        var page = await last.ServiceProvider.GetRequiredService<IInvitationQueries>().ListAsync(tenant, Host.Admin, cancellationToken: Cancellation);
        Assert.Equal(3, page.Items.Count);
    }

    [Fact]
    public async Task A_context_without_our_tables_is_an_error_that_names_the_line()
    {
        var services = new ServiceCollection();
        services.AddDbContext<BareContext>(options => options.UseSqlite("Data Source=:memory:"));
        services.AddInvitations(o => o.BaseUrl = new("https://app.example.com/join")).UseEphemeralKeys().UseEntityFramework<BareContext>();
        await using var provider = services.BuildServiceProvider();
        await using var scope = provider.CreateAsyncScope();

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => scope.ServiceProvider.GetRequiredService<IInvitationService>().InviteAsync(
            "acme", new("ana@example.com"), Host.Admin, cancellationToken: Cancellation));

        Assert.StartsWith("INV012: the model of BareContext has no table", error.Message, StringComparison.Ordinal);
        Assert.Contains("modelBuilder.UseInvitations()", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_context_that_is_not_registered_is_an_error_that_names_the_line()
    {
        await using var provider = Wired(new ServiceCollection());
        await using var scope = provider.CreateAsyncScope();

        var error = Assert.Throws<InvalidOperationException>(scope.ServiceProvider.GetRequiredService<IInvitationService>);

        Assert.StartsWith("INV014: HostDbContext is not registered", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_second_call_adds_nothing()
    {
        var services = new ServiceCollection();
        services.AddInvitations().UseEntityFramework<HostDbContext>();
        var once = services.Count;

        services.AddInvitations().UseEntityFramework<HostDbContext>();

        Assert.Equal(once, services.Count);
    }

    private static ServiceProvider Wired(IServiceCollection services)
    {
        services.AddInvitations(o => o.BaseUrl = new("https://app.example.com/join")).UseEphemeralKeys().UseEntityFramework<HostDbContext>();
        return services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
    }

    private sealed class BareContext(DbContextOptions<BareContext> options) : DbContext(options);

    private sealed class OnlyFactory(Action<DbContextOptionsBuilder> connect) : IDbContextFactory<HostDbContext>
    {
        public HostDbContext CreateDbContext()
        {
            var options = new DbContextOptionsBuilder<HostDbContext>();
            connect(options);
            return new(options.Options);
        }
    }
}
