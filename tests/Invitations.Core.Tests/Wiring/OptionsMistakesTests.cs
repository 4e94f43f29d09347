using Invitations.Tests.Accepting.Fixture;
using Invitations.Tests.Secrets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Invitations.Tests.Wiring;

public sealed class OptionsMistakesTests
{
    private const string Placeholder = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

    public static TheoryData<string, Action<InvitationOptions>> Mistakes => new()
    {
        { "INV004", options => options.BaseUrl = null },
        { "INV004", options => options.BaseUrl = new("http://app.example.com/join") },
        { "INV004", options => options.BaseUrl = new("/join", UriKind.Relative) },
        { "INV004", options => options.BaseUrl = new("ftp://app.example.com/join") },
        { "INV004", options => options.BaseUrl = new("https://app.example.com/join?a=b") },
        { "INV004", options => options.BaseUrl = new("https://app.example.com/join#top") },
        { "INV004", options => options.BaseUrl = new("https://ada:pass@app.example.com/join") },
        { "INV001", options => options.Keys.Clear() },
        { "INV002", options => options.Keys[0] = "" },
        { "INV002", options => options.Keys[0] = null! },
        { "INV002", options => options.Keys[0] = "not base64 !" },
        { "INV002", options => options.Keys[0] = "c2hvcnQ=" },
        { "INV002", options => options.Keys.Add(Placeholder) },
        { "INV003", options => options.Keys.Add(KnownKeys.CountingText) },
        { "INV005", options => options.ChunkSize = 0 },
        { "INV005", options => options.ChunkSize = 10_001 },
        { "INV005", options => options.AccessCodeLength = 9 },
        { "INV005", options => options.AccessCodeLength = 27 },
        { "INV005", options => options.CodeAttempts = 0 },
        { "INV005", options => options.CodeAttempts = 101 },
        { "INV005", options => options.CodeAttemptWindow = TimeSpan.Zero },
        { "INV005", options => options.CodeAttemptWindow = TimeSpan.MaxValue },
        { "INV005", options => options.Defaults = null! },
        { "INV005", options => options.Defaults = new() { Expiry = new() { Member = TimeSpan.Zero } } },
        { "INV005", options => options.Defaults = new() { BatchSize = 0 } },
        { "INV005", options => options.Defaults = new() { Domains = new() { Allowed = ["not a domain"] } } },
        { "INV005", options => options.Defaults = new() { Roles = ["admin", "admin"] } },
    };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Mistakes))]
    public async Task One_mistake_is_one_line_that_names_its_id(string id, Action<InvitationOptions> mistake)
    {
        await using var provider = Provider(mistake);

        var error = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IOptions<InvitationOptions>>().Value);

        Assert.StartsWith(id, Assert.Single(error.Failures), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://app.example.com")]
    [InlineData("https://app.example.com:8443/a/b/")]
    [InlineData("http://localhost:5000/join")]
    [InlineData("http://127.0.0.1/join")]
    [InlineData("http://[::1]/join")]
    public async Task These_addresses_are_good(string baseUrl)
    {
        await using var provider = Provider(options => options.BaseUrl = new(baseUrl));

        Assert.NotNull(provider.GetRequiredService<IOptions<InvitationOptions>>().Value);
    }

    [Fact]
    public async Task The_outermost_values_are_good()
    {
        foreach (var (chunk, length, attempts, window) in new[] { (1, 10, 1, TimeSpan.FromTicks(1)), (10_000, 26, 100, TimeSpan.FromDays(30)) })
        {
            await using var provider = Provider(options =>
                (options.ChunkSize, options.AccessCodeLength, options.CodeAttempts, options.CodeAttemptWindow) = (chunk, length, attempts, window));

            Assert.Equal(chunk, provider.GetRequiredService<IOptions<InvitationOptions>>().Value.ChunkSize);
        }
    }

    [Fact]
    public async Task Every_mistake_is_named_at_once()
    {
        await using var provider = Provider(MakeAll);

        var error = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IOptions<InvitationOptions>>().Value);

        Assert.Equal(
            ["INV002", "INV002", "INV004", "INV005", "INV005", "INV005", "INV005", "INV005", "INV005"],
            error.Failures.Select(failure => failure[..6]).Order(StringComparer.Ordinal));
        Assert.Contains(error.Failures, failure => failure.EndsWith("(Keys[0])", StringComparison.Ordinal));
        Assert.Contains(error.Failures, failure => failure.EndsWith("(Keys[2])", StringComparison.Ordinal));
        Assert.DoesNotContain("c2hvcnQ", error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("top secret", error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(KnownKeys.CountingText[..16], error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_with_a_mistake_does_not_start()
    {
        using var host = NewHost(services => services.AddInvitations(MakeAll));

        var error = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync(Token));

        Assert.Equal(9, error.Failures.Count());
    }

    [Fact]
    public async Task A_host_without_any_configuration_is_told_what_to_configure()
    {
        using var host = NewHost(services => services.AddInvitations());

        var error = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync(Token));

        Assert.Equal(["INV001", "INV004"], error.Failures.Select(failure => failure[..6]).Order(StringComparer.Ordinal));
        Assert.Contains("UseEphemeralKeys()", error.Message, StringComparison.Ordinal);
        Assert.Contains("openssl rand -base64 32", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_host_the_first_use_says_it()
    {
        await using var provider = Provider(options => options.BaseUrl = null);
        await using var scope = provider.CreateAsyncScope();
        var service = scope.ServiceProvider.GetRequiredService<IInvitationService>();

        await Assert.ThrowsAsync<OptionsValidationException>(() => service.InviteAsync("acme", new Invite("ana@example.com"), Site.Admin, null, Token));
    }

    [Fact]
    public async Task Whoever_brings_the_keys_needs_none_in_the_options()
    {
        using var ephemeral = NewHost(services => services.AddInvitations(options => options.BaseUrl = Site.BaseUrl).UseEphemeralKeys());
        using var vault = NewHost(services =>
        {
            services.AddSingleton<IKeyRingSource>(new SwappableKeyRingSource(KnownKeys.Other));
            services.AddInvitations(options => options.BaseUrl = Site.BaseUrl);
        });

        await ephemeral.StartAsync(Token);
        await vault.StartAsync(Token);

        Assert.Equal(KnownKeys.Other.Id, vault.Services.GetRequiredService<IKeyRingSource>().Current.Signing.Id);
    }

    [Fact]
    public async Task Keys_that_are_registered_after_the_library_count_too()
    {
        using var host = NewHost(services =>
        {
            services.AddInvitations(options => options.BaseUrl = Site.BaseUrl);
            services.AddSingleton<IKeyRingSource>(new SwappableKeyRingSource(KnownKeys.Other));
        });

        await host.StartAsync(Token);
    }

    [Fact]
    public async Task Keys_under_another_name_are_not_the_librarys()
    {
        using var host = NewHost(services =>
        {
            services.AddInvitations(options => options.BaseUrl = Site.BaseUrl);
            services.AddKeyedSingleton<IKeyRingSource>("other", new SwappableKeyRingSource(KnownKeys.Other));
        });

        var error = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync(Token));

        Assert.StartsWith("INV001", Assert.Single(error.Failures), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keys_made_at_start_are_warned_of_in_the_log()
    {
        using var logs = new CollectedLogs();
        using var host = NewHost(services => services.AddInvitations(options => options.BaseUrl = Site.BaseUrl).UseEphemeralKeys(), logs);
        await host.StartAsync(Token);

        _ = host.Services.GetRequiredService<IKeyRingSource>().Current;

        var line = Assert.Single(logs.Lines, line => line.Event == "EphemeralKeys");
        Assert.Equal(LogLevel.Warning, line.Level);
        Assert.Contains("UseEphemeralKeys", line.Text, StringComparison.Ordinal);
    }

    private static void MakeAll(InvitationOptions options)
    {
        options.BaseUrl = new("http://app.example.com");
        options.Keys.Clear();
        options.Keys.Add("c2hvcnQ=");
        options.Keys.Add(KnownKeys.CountingText);
        options.Keys.Add("top secret, not base64");
        options.ChunkSize = -1;
        options.AccessCodeLength = 5;
        options.CodeAttempts = 0;
        options.CodeAttemptWindow = TimeSpan.FromSeconds(-1);
        options.Defaults = new() { BatchSize = 0, PhoneRegion = "XX" };
    }

    private static ServiceProvider Provider(Action<InvitationOptions> mistake)
    {
        var services = new ServiceCollection();
        services.AddInvitations(options =>
        {
            options.BaseUrl = Site.BaseUrl;
            options.Keys.Add(KnownKeys.CountingText);
            mistake(options);
        });
        return services.BuildServiceProvider();
    }

    private static IHost NewHost(Action<IServiceCollection> add, CollectedLogs? logs = null)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        if (logs is not null)
            builder.Logging.AddProvider(logs);
        add(builder.Services);
        return builder.Build();
    }
}
