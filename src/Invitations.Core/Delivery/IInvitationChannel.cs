namespace Invitations;

/// <summary>Takes one message of an invitation to its recipient: by e-mail, text message, chat, or whatever a host has. Add one with <c>AddChannel&lt;T&gt;()</c>.</summary>
/// <remarks>
/// Return <see cref="DeliveryOutcome.Undeliverable"/> only where trying again cannot help. Let exceptions propagate: the dispatcher records
/// them as a reason to try again later. The same delivery may come twice after a crash: pass <see cref="Delivery.Id"/> to the provider
/// as idempotency key. Never log the link or the code. No database transaction is open during the call.
/// </remarks>
public interface IInvitationChannel
{
    /// <summary>The name of the channel, such as those of <see cref="DeliveryChannels"/>. One channel a name; the last one registered counts.</summary>
    string Name { get; }

    /// <summary>Sends one message.</summary>
    /// <param name="context">What to send to whom.</param>
    /// <param name="cancellationToken">Ends the call; the delivery is tried again later.</param>
    ValueTask<DeliveryOutcome> SendAsync(DeliveryContext context, CancellationToken cancellationToken);
}
