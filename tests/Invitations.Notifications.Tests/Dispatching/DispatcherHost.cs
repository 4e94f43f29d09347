using System.Collections.Concurrent;
using Invitations.Stores;
using Invitations.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Invitations.Notifications.Tests.Dispatching;

/// <summary>A host with the dispatcher, everything in memory, and a clock that the test moves.</summary>
internal sealed class DispatcherHost : IAsyncDisposable
{
    public static readonly TenantId Tenant = new("acme");

    private readonly ServiceProvider _services;

    public DispatcherHost(Action<InvitationsBuilder>? wire = null, Action<DispatcherOptions>? options = null)
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Clock);
        services.AddLogging(logging => logging.AddProvider(Logs).SetMinimumLevel(LogLevel.Information));
        var builder = services
            .AddInvitations(o => o.BaseUrl = new Uri("https://app.example.com/join"))
            .UseEphemeralKeys()
            .AddDispatcher(options);
        Store = new(services);
        wire?.Invoke(builder);
        _services = services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true, ValidateOnBuild = true });
    }

    public FakeClock Clock { get; } = new();

    public CapturedLogs Logs { get; } = new();

    /// <summary>What happens before the outbox is called.</summary>
    public FaultyOutbox.Faults Store { get; }

    private IHostedService Service => _services.GetRequiredService<IHostedService>();

    public Task StartAsync() => Service.StartAsync(TestContext.Current.CancellationToken);

    public Task StopAsync() => Service.StopAsync(TestContext.Current.CancellationToken);

    public async Task<T> RunAsync<TService, T>(Func<TService, Task<T>> work)
        where TService : notnull
    {
        await using var scope = _services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public Task<BulkInviteResult> InviteAsync(params Invite[] invites) => RunAsync<IInvitationService, BulkInviteResult>(
        service => service.InviteManyAsync(Tenant, invites, Inviter.OrganizationAdmin("u-1", "Olga"), cancellationToken: TestContext.Current.CancellationToken));

    public Task<IReadOnlyList<Delivery>> DeliveriesAsync(params IReadOnlyCollection<Guid?> invitations) => RunAsync<IDeliveryStore, IReadOnlyList<Delivery>>(
        store => store.ListOfManyAsync([.. invitations.Select(id => new InvitationReference(Tenant, id!.Value))], TestContext.Current.CancellationToken));

    /// <summary>Lets time pass until something holds.</summary>
    public async Task PassUntilAsync(Func<bool> holds, TimeSpan step)
    {
        for (var tries = 0; !holds(); tries++)
        {
            Assert.True(tries < 20_000, "It never came to hold.");
            Clock.Advance(step);
            await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System, TestContext.Current.CancellationToken);
        }
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
