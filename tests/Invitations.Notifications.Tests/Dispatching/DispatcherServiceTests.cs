using Invitations.Stores;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Invitations.Notifications.Tests.Dispatching;

public sealed class DispatcherServiceTests
{
    private readonly HeldChannel _email = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_new_invitation_is_sent_at_once()
    {
        await using var host = NewHost();
        await host.StartAsync();

        await host.InviteAsync(new Invite("ana@example.com"));

        Assert.Equal("ana@example.com", (await _email.NextAsync()).Recipient.Email);
        await host.StopAsync();
    }

    [Fact]
    public async Task What_another_node_has_queued_is_found_by_looking()
    {
        await using var host = NewHost();
        await host.StartAsync();
        await host.InviteAsync(new Invite("ana@example.com"));
        var first = (await _email.NextAsync()).Delivery;
        await host.RunAsync<IDeliveryStore, bool>(async store =>
        {
            await store.AddAsync([first with { Id = Guid.NewGuid(), Status = DeliveryStatus.Waiting, LeasedUntil = null, Fence = 0, Attempts = 0 }], Cancellation);
            return true;
        });

        await host.PassUntilAsync(() => _email.HasNext, TimeSpan.FromSeconds(1));

        Assert.Equal(first.InvitationId, (await _email.NextAsync()).Delivery.InvitationId);
        await host.StopAsync();
    }

    [Fact]
    public async Task A_slow_message_holds_up_neither_others_of_its_channel_nor_another_channel()
    {
        var chat = new HeldChannel(DeliveryChannels.Sms);
        await using var host = NewHost(chat);
        _email.Hold("slow@example.com");
        await host.StartAsync();

        await host.InviteAsync(new Invite("slow@example.com"));
        Assert.Equal("slow@example.com", (await _email.NextAsync()).Recipient.Email);
        await host.InviteAsync(new Invite("ana@example.com") { Phone = "+447911123456" });

        Assert.Equal("ana@example.com", (await _email.NextAsync()).Recipient.Email);
        Assert.Equal(DeliveryChannels.Sms, (await chat.NextAsync()).Delivery.Channel);
        _email.Release("slow@example.com");
        await host.StopAsync();
    }

    [Fact]
    public async Task A_host_that_stops_waits_for_what_is_being_sent_and_gives_back_the_rest()
    {
        await using var host = NewHost(configure: builder => builder.Services.Configure<DeliveryOptions>(options => options.MaxInFlight = 2));
        var people = Enumerable.Range(1, 5).Select(number => new Invite($"person{number}@example.com")).ToArray();
        foreach (var person in people)
            _email.Hold(person.Email!);
        await host.StartAsync();
        var invited = await host.InviteAsync(people);
        string[] sending = [(await _email.NextAsync()).Recipient.Email!, (await _email.NextAsync()).Recipient.Email!];

        var stopping = host.StopAsync();
        Assert.False(stopping.IsCompleted);
        foreach (var email in sending)
            _email.Release(email);
        await stopping;

        Assert.False(_email.HasNext);
        var stored = await host.DeliveriesAsync([.. invited.Rows.Select(row => row.InvitationId)]);
        Assert.Equal(2, stored.Count(it => it.Status is DeliveryStatus.Sent));
        Assert.Equal(3, stored.Count(it => it is { Status: DeliveryStatus.Waiting, Attempts: 0, LeasedUntil: null }));
    }

    [Fact]
    public async Task While_the_database_is_away_the_log_says_so_once_and_afterwards_everything_is_sent()
    {
        await using var host = NewHost();
        var isAway = true;
        var failures = 0;
        host.Store.Before = _ =>
        {
            if (!isAway)
                return;
            failures++;
            throw new TimeoutException("away");
        };
        await host.StartAsync();
        await host.PassUntilAsync(() => failures > 20, TimeSpan.FromSeconds(10));
        Assert.Single(host.Logs.Lines, line => line.Contains("DispatcherInterrupted", StringComparison.Ordinal) && line.Contains("channel email", StringComparison.Ordinal));
        isAway = false;

        await host.InviteAsync(new Invite("ana@example.com"));
        await host.PassUntilAsync(() => _email.HasNext, TimeSpan.FromSeconds(10));

        Assert.Single(host.Logs.Lines, line => line.Contains("DispatcherResumed", StringComparison.Ordinal) && line.Contains("channel email", StringComparison.Ordinal));
        await host.StopAsync();
    }

    [Fact]
    public async Task Reminders_come_by_themselves()
    {
        await using var host = NewHost();
        await host.StartAsync();
        await host.InviteAsync(new Invite("ana@example.com"));
        Assert.Equal(DeliveryPurpose.Invitation, (await _email.NextAsync()).Delivery.Purpose);

        await host.PassUntilAsync(() => _email.HasNext, TimeSpan.FromHours(1));

        Assert.Equal(DeliveryPurpose.Reminder, (await _email.NextAsync()).Delivery.Purpose);
        await host.StopAsync();
    }

    [Fact]
    public async Task A_host_can_leave_maintenance_to_its_own_scheduler()
    {
        await using var host = NewHost(options: options => options.MaintenanceInterval = null);
        await host.StartAsync();
        await host.InviteAsync(new Invite("ana@example.com"));
        await _email.NextAsync();
        var start = host.Clock.GetUtcNow();

        await host.PassUntilAsync(() => host.Clock.GetUtcNow() - start > TimeSpan.FromDays(4), TimeSpan.FromHours(6));

        Assert.False(_email.HasNext);
        await host.StopAsync();
    }

    [Fact]
    public async Task A_node_that_shall_send_nothing_sends_nothing()
    {
        await using var host = NewHost(options: options => options.Enabled = false);
        await host.StartAsync();
        await host.InviteAsync(new Invite("ana@example.com"));
        var start = host.Clock.GetUtcNow();

        await host.PassUntilAsync(() => host.Clock.GetUtcNow() - start > TimeSpan.FromHours(1), TimeSpan.FromMinutes(5));

        Assert.False(_email.HasNext);
        await host.StopAsync();
    }

    [Fact]
    public void Every_channel_of_the_package_brings_the_dispatcher_along()
    {
        Action<InvitationsBuilder>[] channels =
        [
            builder => builder.AddEmail(_ => { }),
            builder => builder.AddSms(_ => { }),
            builder => builder.AddWebhook(_ => { }),
            builder => builder.AddManual(),
            builder => builder.AddFileDrop(_ => { }),
        ];

        Assert.All(channels, add =>
        {
            var services = new ServiceCollection();
            add(services.AddInvitations());
            Assert.Single(services, service => service.ServiceType == typeof(IHostedService));
        });
    }

    [Fact]
    public void A_second_registration_adds_no_second_loop()
    {
        var services = new ServiceCollection();
        services.AddInvitations().AddDispatcher().AddDispatcher();

        Assert.Single(services, service => service.ServiceType == typeof(IHostedService));
    }

    [Fact]
    public void An_interval_of_nothing_is_a_mistake_with_a_name()
    {
        var services = new ServiceCollection();
        services.AddInvitations().AddDispatcher(options => options.PollInterval = TimeSpan.Zero);
        using var provider = services.BuildServiceProvider();

        var exception = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IOptions<DispatcherOptions>>().Value);

        Assert.StartsWith("INV037: DispatcherOptions.PollInterval", exception.Message, StringComparison.Ordinal);
    }

    private DispatcherHost NewHost(HeldChannel? second = null, Action<InvitationsBuilder>? configure = null, Action<DispatcherOptions>? options = null) => new(
        builder =>
        {
            builder.Services.AddScoped<IInvitationChannel>(_ => _email);
            if (second is not null)
                builder.Services.AddScoped<IInvitationChannel>(_ => second);
            configure?.Invoke(builder);
        },
        options);
}
