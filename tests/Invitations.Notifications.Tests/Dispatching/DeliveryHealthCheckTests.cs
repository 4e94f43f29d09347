using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace Invitations.Notifications.Tests.Dispatching;

public sealed class DeliveryHealthCheckTests
{
    [Theory]
    [InlineData(0, HealthStatus.Healthy)]
    [InlineData(4.9, HealthStatus.Healthy)]
    [InlineData(5, HealthStatus.Degraded)]
    [InlineData(59, HealthStatus.Degraded)]
    [InlineData(60, HealthStatus.Unhealthy)]
    public async Task The_longer_the_oldest_message_waits_the_worse(double minutes, HealthStatus expected)
    {
        await using var host = new DispatcherHost(builder => builder.Services.AddScoped<IInvitationChannel>(_ => new HeldChannel()));
        await host.InviteAsync(new Invite("ana@example.com"), new Invite("ben@example.com"));
        host.Clock.Advance(TimeSpan.FromMinutes(minutes));

        var result = await CheckAsync(host);

        Assert.Equal(expected, result.Status);
        Assert.Equal((2, (long)(minutes * 60)), (result.Data["email.waiting"], result.Data["email.oldest_seconds"]));
    }

    [Fact]
    public async Task Many_messages_that_were_given_up_are_no_good_sign_for_a_day()
    {
        await using var host = new DispatcherHost(builder => builder.Services.AddScoped<IInvitationChannel, Refusing>());
        await host.InviteAsync([.. Enumerable.Range(1, 10).Select(number => new Invite($"person{number}@example.com"))]);
        await host.RunAsync<IDeliveryDispatcher, int>(dispatcher => dispatcher.RunOnceAsync(TestContext.Current.CancellationToken));

        var result = await CheckAsync(host);
        Assert.Equal((HealthStatus.Degraded, "email: 10 messages were given up."), (result.Status, result.Description));
        host.Clock.Advance(TimeSpan.FromDays(1.1));

        Assert.Equal(HealthStatus.Healthy, (await CheckAsync(host)).Status);
    }

    private static Task<HealthCheckResult> CheckAsync(DispatcherHost host) => host.RunAsync<IServiceProvider, HealthCheckResult>(services =>
    {
        var check = ActivatorUtilities.CreateInstance<DeliveryHealthCheck>(services);
        var registration = new HealthCheckRegistration("invitations", check, HealthStatus.Unhealthy, []);
        return check.CheckHealthAsync(new() { Registration = registration }, TestContext.Current.CancellationToken);
    });

    private sealed class Refusing : IInvitationChannel
    {
        public string Name => DeliveryChannels.Email;

        public ValueTask<DeliveryOutcome> SendAsync(DeliveryContext context, CancellationToken cancellationToken) => new(DeliveryOutcome.Undeliverable("550"));
    }
}
