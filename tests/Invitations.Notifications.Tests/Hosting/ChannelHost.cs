using Invitations.Stores;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Invitations.Notifications.Tests.Hosting;

/// <summary>A host with the store in memory and the channels that a test adds: what is queued by inviting goes the whole way of the outbox.</summary>
internal sealed class ChannelHost : IAsyncDisposable
{
    public static readonly TenantId Tenant = "acme";
    public static readonly Inviter Admin = Inviter.OrganizationAdmin("u-olga", "Olga Admin");

    private readonly ServiceProvider _services;

    public ChannelHost(Action<InvitationsBuilder> wire)
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Time);
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Logs));
        wire(services.AddInvitations(o => o.BaseUrl = new("https://app.example.com/join")).UseEphemeralKeys());
        _services = services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true, ValidateOnBuild = true });
    }

    public CapturedLogs Logs { get; } = new();

    public ShiftedTime Time { get; } = new();

    public IServiceProvider Services => _services;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async Task<InviteResult> InviteAsync(Invite invite, params string[] channels)
    {
        var options = channels.Length == 0 ? null : new InviteOptions { Channels = channels };
        var invited = await CallAsync<IInvitationService, InviteResult>(it => it.InviteAsync(Tenant, invite, Admin, options, Cancellation));
        Assert.True(invited.Succeeded, string.Join(", ", invited.Errors));
        return invited;
    }

    /// <summary>Invites, and works the outbox off once.</summary>
    /// <returns>The first delivery of the invitation, as it is stored after that.</returns>
    public async Task<Delivery> SendAsync(Invite invite, params string[] channels)
    {
        var invited = await InviteAsync(invite, channels);
        await RunOnceAsync();
        return (await DeliveriesOfAsync(invited))[0];
    }

    public Task<int> RunOnceAsync(CancellationToken? cancellationToken = null) =>
        CallAsync<IDeliveryDispatcher, int>(it => it.RunOnceAsync(cancellationToken ?? Cancellation));

    public Task<IReadOnlyList<Delivery>> DeliveriesOfAsync(InviteResult invited) =>
        CallAsync<IDeliveryStore, IReadOnlyList<Delivery>>(it => it.ListAsync(Tenant, invited.InvitationId!.Value, Cancellation));

    public async Task<TResult> CallAsync<TService, TResult>(Func<TService, Task<TResult>> call)
        where TService : notnull
    {
        await using var scope = _services.CreateAsyncScope();
        return await call(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
