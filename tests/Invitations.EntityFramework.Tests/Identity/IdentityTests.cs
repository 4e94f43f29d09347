using Invitations.TestServers;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Invitations.EntityFramework.Tests.Identity;

/// <summary>A handler that makes accounts with ASP.NET Core Identity shares our transaction, although its <c>UserManager</c> saves by itself.</summary>
public sealed class IdentityTests : IDisposable
{
    private static readonly Inviter Admin = Inviter.OrganizationAdmin("user-admin");

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("invitations-identity-");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("SQLite")]
    [InlineData("PostgreSQL")]
    public async Task Whoever_signs_up_gets_an_account_with_the_acceptance_or_neither(string kind)
    {
        await using var database = kind == "PostgreSQL" ? await PostgreSqlAsync() : null;
        await using var provider = Build(database?.ConnectionString);
        await using (var scope = provider.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<IdentityHostContext>().Database.EnsureCreatedAsync(Cancellation);

        var taken = await InviteAsync(provider, "taken@example.com");
        await using (var scope = provider.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<UserManager<IdentityUser>>().CreateAsync(new("taken@example.com"));
        var refused = await AcceptAsync(provider, taken);
        var accepted = await AcceptAsync(provider, await InviteAsync(provider, "ana@example.com"));

        Assert.Equal("identity.DuplicateUserName", Assert.Single(refused.Errors).Code);
        Assert.True(accepted.Succeeded);
        await using var after = provider.CreateAsyncScope();
        var users = after.ServiceProvider.GetRequiredService<UserManager<IdentityUser>>();
        var ana = await users.FindByIdAsync(accepted.Acceptance!.UserId);
        Assert.Equal("ana@example.com", ana?.Email);
        Assert.Equal("acme", Assert.Single(await users.GetClaimsAsync(ana!)).Value);
        Assert.Equal(2, await users.Users.CountAsync(Cancellation));
        var page = await after.ServiceProvider.GetRequiredService<IInvitationQueries>().ListAsync("acme", Admin, cancellationToken: Cancellation);
        Assert.Equal(
            [("ana@example.com", InvitationStatus.Accepted), ("taken@example.com", InvitationStatus.Pending)],
            page.Items.Select(item => (item.Recipient.Email, item.Status)).Order());
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    private static async Task<PostgreSqlDatabase> PostgreSqlAsync()
    {
        Assert.SkipUnless(PostgreSqlServer.Unavailable is null, PostgreSqlServer.Unavailable ?? "");
        return await (await PostgreSqlServer.SharedAsync()).CreateDatabaseAsync(Cancellation);
    }

    private ServiceProvider Build(string? postgreSql)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddDbContext<IdentityHostContext>(options => _ = postgreSql is null
            ? options.UseSqlite($"Data Source={Path.Combine(_folder.FullName, "app.db")}")
            : options.UseNpgsql(postgreSql));
        services.AddIdentityCore<IdentityUser>().AddEntityFrameworkStores<IdentityHostContext>();
        services.AddInvitations(o => o.BaseUrl = new("https://app.example.com/join"))
            .UseEphemeralKeys()
            .UseEntityFramework<IdentityHostContext>()
            .AddAcceptanceHandler<CreateIdentityUser>();
        return services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
    }

    private static async Task<string> InviteAsync(ServiceProvider provider, string email)
    {
        await using var scope = provider.CreateAsyncScope();
        var invited = await scope.ServiceProvider.GetRequiredService<IInvitationService>().InviteAsync(
            "acme", new(email), Admin, cancellationToken: Cancellation);
        var shown = await scope.ServiceProvider.GetRequiredService<IInvitationAdministration>().ShowSecretAsync(
            "acme", invited.InvitationId!.Value, Admin, Cancellation);
        return shown.Secrets!.Token;
    }

    private static async Task<AcceptResult> AcceptAsync(ServiceProvider provider, string token)
    {
        await using var scope = provider.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IInvitationAcceptance>().AcceptAsync(
            token, Acceptor.SigningUp(), cancellationToken: Cancellation);
    }
}
