using Invitations.Stores;
using Invitations.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Invitations.Tests.Outbox;

public sealed class DeliveryDispatcherTests : IDisposable
{
    private readonly RecordingChannel _channel = new();
    private readonly TestHost _host;

    public DeliveryDispatcherTests() =>
        _host = new(wire: builder => builder.Services.AddScoped<IInvitationChannel>(_ => _channel));

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task A_message_is_sent_once_with_a_link_that_opens_the_invitation()
    {
        var invited = await _host.InviteAsync(new Invite("ana@example.com") { FirstName = "Ana" });

        Assert.Equal(1, await RunOnceAsync());
        Assert.Equal(0, await RunOnceAsync());

        var sent = Assert.Single(_channel.Sent);
        Assert.Equal("ana@example.com", sent.Invitation.Recipient.Email);
        Assert.Equal(DeliveryPurpose.Invitation, sent.Delivery.Purpose);
        var preview = await _host.RunAsync<IInvitationAcceptance, PreviewResult>(acceptance => acceptance.PreviewAsync(sent.Secrets!.Token));
        Assert.Equal("Ana", preview.Preview!.FirstName);
        var stored = Assert.Single((await _host.ReadAsync()).DeliveriesOf(invited.InvitationId));
        Assert.Equal(DeliveryStatus.Sent, stored.Status);
        Assert.Equal($"m-{stored.Id:N}", stored.ProviderMessageId);
        Assert.Contains(_host.Events.All, told => told.Kind is InvitationEventKind.Delivered);
    }

    [Fact]
    public async Task A_message_of_an_invitation_that_ended_is_not_sent()
    {
        var invited = await _host.InviteAsync(new Invite("ana@example.com"));
        await _host.RunAsync<IInvitationAdministration, AdministrationResult>(
            administration => administration.RevokeAsync(TestHost.Acme, invited.InvitationId!.Value, TestHost.Admin));

        await RunOnceAsync();

        Assert.Empty(_channel.Sent);
        Assert.Equal(DeliveryStatus.Cancelled, Assert.Single((await _host.ReadAsync()).Deliveries).Status);
    }

    [Fact]
    public async Task A_message_that_is_due_after_the_expiry_is_cancelled_when_its_turn_comes()
    {
        await _host.InviteAsync(new Invite("ana@example.com"));
        _host.Clock.Advance(TimeSpan.FromDays(8));

        await RunOnceAsync();

        Assert.Empty(_channel.Sent);
        Assert.Equal(DeliveryStatus.Cancelled, Assert.Single((await _host.ReadAsync()).Deliveries).Status);
    }

    [Fact]
    public async Task After_a_reinvite_only_the_new_secret_is_sent()
    {
        var invited = await _host.InviteAsync(new Invite("ana@example.com"));
        _host.Clock.Advance(TimeSpan.FromHours(2));
        await _host.RunAsync<IInvitationAdministration, AdministrationResult>(
            administration => administration.ReinviteAsync(TestHost.Acme, invited.InvitationId!.Value, TestHost.Admin));

        await RunOnceAsync();

        var sent = Assert.Single(_channel.Sent);
        Assert.Equal(DeliveryPurpose.Reinvite, sent.Delivery.Purpose);
        Assert.Equal(2, sent.Delivery.SecretVersion);
    }

    [Fact]
    public async Task What_a_provider_cannot_take_now_is_tried_again_when_it_says()
    {
        _channel.Answer = _ => DeliveryOutcome.Retry("429", TimeSpan.FromMinutes(10));
        await _host.InviteAsync(new Invite("ana@example.com"));

        await RunOnceAsync();
        _host.Clock.Advance(TimeSpan.FromMinutes(9));
        Assert.Equal(0, await RunOnceAsync());
        _host.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(1, await RunOnceAsync());

        Assert.Equal(2, _channel.Sent.Count);
        Assert.Equal(_channel.Sent[0].Secrets!.Token, _channel.Sent[1].Secrets!.Token);
        Assert.Equal(_channel.Sent[0].Delivery.Id, _channel.Sent[1].Delivery.Id);
        Assert.Equal("429", Assert.Single((await _host.ReadAsync()).Deliveries).LastError);
    }

    [Fact]
    public async Task The_waiting_time_doubles_and_has_a_random_half()
    {
        _channel.Answer = _ => DeliveryOutcome.Retry("421");
        await _host.InviteAsync(new Invite("ana@example.com"));
        foreach (var seconds in new[] { 30, 60, 120, 240 })
        {
            var tried = _host.Clock.GetUtcNow();
            Assert.Equal(1, await RunOnceAsync());

            var wait = Assert.Single((await _host.ReadAsync()).Deliveries).DueAt - tried;
            Assert.InRange(wait.TotalSeconds, seconds / 2.0, seconds);
            _host.Clock.Advance(wait);
        }
    }

    [Fact]
    public async Task A_message_that_fails_too_often_is_given_up_and_told()
    {
        _channel.Answer = _ => DeliveryOutcome.Retry("421");
        await _host.InviteAsync(new Invite("ana@example.com"));
        for (var attempt = 0; attempt < 20; attempt++)
        {
            await RunOnceAsync();
            _host.Clock.Advance(TimeSpan.FromHours(6));
        }

        Assert.Equal(18, _channel.Sent.Count);
        Assert.Equal(DeliveryStatus.Failed, Assert.Single((await _host.ReadAsync()).Deliveries).Status);
        Assert.Contains(_host.Events.All, told => told.Kind is InvitationEventKind.DeliveryFailed);
    }

    [Fact]
    public async Task What_can_never_be_taken_is_given_up_at_once()
    {
        _channel.Answer = _ => DeliveryOutcome.Undeliverable("550");
        await _host.InviteAsync(new Invite("ana@example.com"));

        await RunOnceAsync();
        _host.Clock.Advance(TimeSpan.FromDays(1));
        await RunOnceAsync();

        Assert.Single(_channel.Sent);
        var stored = Assert.Single((await _host.ReadAsync()).Deliveries);
        Assert.Equal(DeliveryStatus.Failed, stored.Status);
        Assert.Equal("550", stored.LastError);
    }

    [Fact]
    public async Task A_poisonous_message_blocks_nobody_and_its_text_reaches_neither_log_nor_store()
    {
        _channel.Answer = context => context.Invitation.Recipient.Email == "ben@example.com"
            ? throw new InvalidOperationException("refused: ben@example.com")
            : DeliveryOutcome.Sent();
        await _host.InviteAsync([new Invite("ana@example.com"), new Invite("ben@example.com"), new Invite("cem@example.com")]);

        Assert.Equal(3, await RunOnceAsync());

        var content = await _host.ReadAsync();
        Assert.Equal(2, content.Deliveries.Count(delivery => delivery.Status is DeliveryStatus.Sent));
        var failed = Assert.Single(content.Deliveries, delivery => delivery.Status is DeliveryStatus.Waiting);
        Assert.Equal(nameof(InvalidOperationException), failed.LastError);
        Assert.DoesNotContain(_host.Logs.Lines, line => line.Contains("ben@example.com", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_worker_that_was_frozen_past_its_lease_does_not_write_over_its_successor()
    {
        await _host.InviteAsync(new Invite("ana@example.com"));
        var isFirst = true;
        _channel.Answer = _ =>
        {
            if (!isFirst)
                return DeliveryOutcome.Sent("successor");
            isFirst = false;
            _host.Clock.Advance(TimeSpan.FromMinutes(6));
            RunOnceAsync().GetAwaiter().GetResult();
            return DeliveryOutcome.Retry("frozen");
        };

        await RunOnceAsync();

        var stored = Assert.Single((await _host.ReadAsync()).Deliveries);
        Assert.Equal(DeliveryStatus.Sent, stored.Status);
        Assert.Equal("successor", stored.ProviderMessageId);
        Assert.Contains(_host.Logs.Lines, line => line.Contains("LeaseLost", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_worker_that_was_frozen_after_the_claim_sends_nothing()
    {
        await _host.InviteAsync(new Invite("ana@example.com"));
        _host.Calls.Before = call =>
        {
            if (call.Name == "Deliveries.FindInvitations")
                _host.Clock.Advance(TimeSpan.FromMinutes(4));
            return Task.CompletedTask;
        };

        Assert.Equal(1, await RunOnceAsync());

        Assert.Empty(_channel.Sent);
        var stored = Assert.Single((await _host.ReadAsync()).Deliveries);
        Assert.Equal((DeliveryStatus.Waiting, 0, null), (stored.Status, stored.Attempts, stored.LeasedUntil));
    }

    [Fact]
    public async Task A_message_whose_invitation_is_revoked_after_the_claim_is_not_sent()
    {
        var invited = await _host.InviteAsync(new Invite("ana@example.com"));
        _host.Calls.Before = async call =>
        {
            if (call.Name != "Deliveries.FindInvitations")
                return;
            _host.Calls.Before = null;
            await _host.RunAsync<IInvitationAdministration, AdministrationResult>(
                administration => administration.RevokeAsync(TestHost.Acme, invited.InvitationId!.Value, TestHost.Admin));
        };

        await RunOnceAsync();

        Assert.Empty(_channel.Sent);
        Assert.Equal(DeliveryStatus.Cancelled, Assert.Single((await _host.ReadAsync()).Deliveries).Status);
    }

    [Fact]
    public async Task A_message_at_which_its_workers_die_is_given_up_without_another_try()
    {
        await _host.InviteAsync(new Invite("ana@example.com"));
        for (var death = 0; death < 18; death++)
        {
            await using var scope = _host.Scope();
            var claim = new DeliveryClaim { Now = _host.Clock.GetUtcNow(), Lease = TimeSpan.FromMinutes(5), Take = 1 };
            Assert.Single(await scope.ServiceProvider.GetRequiredService<IDeliveryStore>().ClaimAsync(claim, TestContext.Current.CancellationToken));
            _host.Clock.Advance(TimeSpan.FromMinutes(5));
        }

        Assert.Equal(1, await RunOnceAsync());

        Assert.Empty(_channel.Sent);
        Assert.Equal(DeliveryStatus.Failed, Assert.Single((await _host.ReadAsync()).Deliveries).Status);
    }

    [Fact]
    public async Task The_text_of_a_provider_is_kept_as_far_as_any_database_can()
    {
        _channel.Answer = _ => DeliveryOutcome.Undeliverable("550 \0\uD800\r\n" + new string('x', 5_000));
        await _host.InviteAsync(new Invite("ana@example.com"));

        await RunOnceAsync();

        var error = Assert.Single((await _host.ReadAsync()).Deliveries).LastError!;
        Assert.StartsWith("550  \uFFFD  xxx", error, StringComparison.Ordinal);
        Assert.InRange(error.Length, 450, 500);
    }

    [Fact]
    public async Task Channels_that_nobody_serves_here_are_left_for_others()
    {
        await _host.InviteAsync(new Invite("ana@example.com") { Phone = "+447911123456" });

        Assert.Equal(1, await RunOnceAsync());

        Assert.Equal(DeliveryStatus.Waiting, Assert.Single((await _host.ReadAsync()).Deliveries, delivery => delivery.Channel == DeliveryChannels.Sms).Status);
    }

    [Fact]
    public async Task Ten_workers_at_once_send_each_message_once()
    {
        const int Messages = 500;
        await _host.InviteAsync([.. Enumerable.Range(0, Messages).Select(i => new Invite($"person{i}@example.com"))]);
        var sync = new Lock();
        var sent = new List<Guid>();
        _channel.Answer = context =>
        {
            lock (sync)
                sent.Add(context.Delivery.Id);
            return DeliveryOutcome.Sent();
        };
        using var barrier = new Barrier(10);

        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Factory.StartNew(
            async () =>
            {
                barrier.SignalAndWait();
                while (await RunOnceAsync() > 0)
                {
                }
            },
            TaskCreationOptions.LongRunning).Unwrap()));

        while (await RunOnceAsync() > 0)
        {
        }

        Assert.Equal(Messages, sent.Count);
        Assert.Equal(Messages, sent.Distinct().Count());
    }

    [Fact]
    public async Task A_wait_ends_as_soon_as_somebody_is_invited()
    {
        var signal = _host.Services.GetRequiredService<DeliverySignal>();
        var waiting = signal.WaitAsync(TimeSpan.FromHours(1), TestContext.Current.CancellationToken);
        Assert.False(waiting.IsCompleted);

        await _host.InviteAsync(new Invite("ana@example.com"));

        Assert.True(await waiting);
    }

    [Fact]
    public async Task A_wait_ends_by_itself_when_nobody_is_invited()
    {
        var signal = _host.Services.GetRequiredService<DeliverySignal>();
        var waiting = signal.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);

        _host.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.False(await waiting);
    }

    private Task<int> RunOnceAsync() => RunUntilAsync(TestContext.Current.CancellationToken);

    private Task<int> RunUntilAsync(CancellationToken cancellationToken) =>
        _host.RunAsync<IDeliveryDispatcher, int>(dispatcher => dispatcher.RunOnceAsync(cancellationToken));
}
