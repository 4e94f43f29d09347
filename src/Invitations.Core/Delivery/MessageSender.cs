using Invitations.Stores;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Invitations;

/// <summary>Sends one message, in a service scope of its own, and has written down what became of it.</summary>
internal sealed class MessageSender(
    IServiceScopeFactory scopes,
    LinkMaker links,
    RetrySchedule retries,
    DeliveryReporter reporter,
    InvitationClock clock,
    TimeProvider time,
    IOptionsMonitor<DeliveryOptions> options,
    ILogger<MessageSender>? logger = null)
{
    private readonly ILogger _logger = logger ?? NullLogger<MessageSender>.Instance;

    public async Task DeliverAsync(ClaimedMessage message, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested || !HasLeaseLeft(message.Delivery))
        {
            await reporter.ReportAsync(new(message, RetrySchedule.GivenBack(message.Delivery))).ConfigureAwait(false);
            return;
        }

        var scope = scopes.CreateAsyncScope();
        await using (scope.ConfigureAwait(false))
        {
            var outcome = await SendAsync(message, scope.ServiceProvider, cancellationToken).ConfigureAwait(false);
            var finished = new FinishedMessage(message, retries.ReportOn(message.Delivery, outcome, clock.Now));
            if (await reporter.ReportAsync(finished).ConfigureAwait(false))
                await PublishAsync(finished, scope.ServiceProvider).ConfigureAwait(false);
            else
                Log.LeaseLost(_logger, message.Delivery.Id);
        }
    }

    /// <summary>A message whose lease might run out while it is sent could be sent by two: whoever was frozen since the claim gives it back.</summary>
    private bool HasLeaseLeft(Delivery delivery) => delivery.LeasedUntil - clock.Now > options.CurrentValue.SendTimeout + options.CurrentValue.StopTimeout;

    /// <returns>What the channel said, or null where the message is not wanted any more.</returns>
    private async Task<DeliveryOutcome?> SendAsync(ClaimedMessage message, IServiceProvider services, CancellationToken cancellationToken)
    {
        var delivery = message.Delivery;
        if (!message.IsWanted)
            return null;
        if (message.IsSuppressed)
            return DeliveryOutcome.Undeliverable("The address is suppressed: its owner does not want to be invited.");
        if (delivery.Attempts > options.CurrentValue.MaxAttempts)
            return DeliveryOutcome.Undeliverable("Its workers ended too often before they could say what became of it.");

        using var timeout = new CancellationTokenSource(options.CurrentValue.SendTimeout, time);
        using var stopping = cancellationToken.UnsafeRegister(static state => ((Action)state!)(), (Action)(() => timeout.CancelAfter(options.CurrentValue.StopTimeout)));
        try
        {
            return await SendAsync(message, services.GetServices<IInvitationChannel>(), services, timeout.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return DeliveryOutcome.Retry("The host stopped.", TimeSpan.Zero);
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested)
        {
            Log.ChannelTimedOut(_logger, delivery.Channel, delivery.Id);
            return DeliveryOutcome.Retry("The channel took too long.");
        }
#pragma warning disable CA1031 // One bad message must not block the others: whatever a channel throws, it is tried again later.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            // The type alone: the text of a provider's exception often holds the address.
            var kind = exception.GetType().Name;
            Log.ChannelFailed(_logger, delivery.Channel, delivery.Id, kind);
            return DeliveryOutcome.Retry(kind);
        }
    }

    private async Task<DeliveryOutcome?> SendAsync(
        ClaimedMessage message, IEnumerable<IInvitationChannel> channels, IServiceProvider services, CancellationToken cancellationToken)
    {
        var (delivery, invitation) = (message.Delivery, message.Invitation!);
        var channel = channels.Last(channel => string.Equals(channel.Name, delivery.Channel, StringComparison.Ordinal));
        if (delivery.Purpose.IsNotice())
        {
            return await services.GetRequiredService<InviterNotices>().ContextOfAsync(delivery, invitation, cancellationToken).ConfigureAwait(false) is { } notice
                ? await channel.SendAsync(notice, cancellationToken).ConfigureAwait(false)
                : null;
        }

        return links.SecretsOf(invitation) is { } secrets
            ? await channel.SendAsync(new(delivery, invitation) { Secrets = secrets }, cancellationToken).ConfigureAwait(false)
            : DeliveryOutcome.Undeliverable("The key of the access code is retired; issue the invitation again.");
    }

    private static Task PublishAsync(FinishedMessage finished, IServiceProvider services)
    {
        if (finished.Message.Invitation is not { } invitation || finished.Report.Status is not (DeliveryStatus.Sent or DeliveryStatus.Failed))
            return Task.CompletedTask;
        var kind = finished.IsGivenUp ? InvitationEventKind.DeliveryFailed : InvitationEventKind.Delivered;
        return services.GetRequiredService<EventPublisher>().PublishAsync(
            [new(kind, invitation, finished.Report.At) { Delivery = finished.Ended }], CancellationToken.None);
    }
}
