using System.Collections.Concurrent;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Snippets;

namespace Invitations.Docs.Tests.Running;

[Collection(ConsoleCollection.Name)]
public sealed class SettingUpTests
{
    [Fact]
    public async Task A_key_from_configuration_outlives_the_process()
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new("Invitations:Key", InvitationKey.Generate())])
            .Build();
        ServiceProvider Start()
        {
            var services = new ServiceCollection();
            Snippets.Keys.Configure(services, configuration);
            services.Configure<InvitationOptions>(o => o.BaseUrl = new Uri("https://app.example.com/join"));
            return services.BuildServiceProvider();
        }

        await using var first = Start();
        await using var second = Start();

        Assert.Equal(
            first.GetRequiredService<IKeyRingSource>().Current.Signing.Id,
            second.GetRequiredService<IKeyRingSource>().Current.Signing.Id);
    }

    [Fact]
    public async Task A_key_from_a_vault_is_rotated_and_then_retired()
    {
        var (old, next) = (InvitationKey.Generate(), InvitationKey.Generate());
        var vault = new VaultKeys([old]);
        await using var host = new ExampleHost(services => services.AddSingleton<IKeyRingSource>(vault));
        var token = (await host.SecretsOfAsync(await host.InviteAsync(new("ana@example.com")))).Token;

        vault.Refresh([next, old]);
        var rotated = await host.Acceptance.PreviewAsync(token, TestContext.Current.CancellationToken);
        vault.Refresh([next]);
        var retired = await host.Acceptance.PreviewAsync(token, TestContext.Current.CancellationToken);

        Assert.True(rotated.Succeeded);
        Assert.Equal(InvitationErrorCodes.TokenInvalid, Assert.Single(retired.Errors).Code);
    }

    [Theory]
    [InlineData("acme", true)]
    [InlineData("globex", false)]
    public async Task A_tenant_has_the_settings_of_its_plan(string tenant, bool isLarge)
    {
        await using var host = new ExampleHost(Tenants.Register);
        var people = Enumerable.Range(0, 501).Select(i => new Invite($"ana{i}@example.com")).ToList();

        var result = await host.Invitations.InviteManyAsync(tenant, people, host.Admin, new() { DryRun = true }, TestContext.Current.CancellationToken);

        Assert.Equal(isLarge, result.Succeeded);
    }

    [Fact]
    public async Task The_figures_of_the_page_can_be_used()
    {
        await using var host = new ExampleHost(settings: Tenants.Figures());

        var result = await host.InviteAsync(new("ana@sub.example.com")
        {
            Fields = new Dictionary<string, string> { ["cost_centre"] = "100" },
            Roles = ["admin"],
            Groups = ["sales"],
            Products = ["chat"],
        });

        Assert.True(result.Succeeded, result.ToString());
    }

    [Fact]
    public async Task A_meter_listener_counts_what_was_invited()
    {
        var counted = new ConcurrentQueue<(string Name, long Value)>();
        using var listener = Watching.Listen((name, value) => counted.Enqueue((name, value)));
        await using var host = new ExampleHost(Watching.Register);

        await host.InviteAsync(new("ana@example.com"));

        Assert.Contains(("invitations.invited", 1L), counted);
    }

    [Fact]
    public async Task An_event_handler_is_told_of_an_acceptance()
    {
        var log = new RecordingLoggerProvider();
        await using var host = new ExampleHost(services =>
        {
            services.AddLogging(logging => logging.AddProvider(log));
            Watching.Register(services);
        });
        var token = (await host.SecretsOfAsync(await host.InviteAsync(new("ana@example.com")))).Token;

        await host.Acceptance.AcceptAsync(token, Acceptor.User("user-ana", ["ana@example.com"]), cancellationToken: TestContext.Current.CancellationToken);

        Assert.Contains(log.Messages, message => message.StartsWith("Somebody joined acme at ", StringComparison.Ordinal));
    }
}
