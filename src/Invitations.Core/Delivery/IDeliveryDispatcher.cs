namespace Invitations;

/// <summary>Works the outbox off, one bounded step at a time: from the hosted service of Invitations.Notifications, a timer, or a job scheduler.</summary>
/// <remarks>
/// Any number of nodes may run it at once: no two get the same delivery while its lease lasts. A step claims as many messages of a channel as the
/// channel has room for on this node (see <see cref="DeliveryOptions.MaxInFlight"/>) and sends them at the same time, each in a service scope of its own.
/// </remarks>
public interface IDeliveryDispatcher
{
    /// <summary>The names of the registered channels.</summary>
    IReadOnlyCollection<string> Channels { get; }

    /// <summary>Claims due deliveries of all registered channels, sends them and records what became of each.</summary>
    /// <param name="cancellationToken">
    /// Ends the step: nothing more is begun and what is not begun is given back. What is being sent has <see cref="DeliveryOptions.StopTimeout"/> to end, and
    /// its outcome is written in any case.
    /// </param>
    /// <returns>How many deliveries were claimed; call again at once while it is not zero.</returns>
    Task<int> RunOnceAsync(CancellationToken cancellationToken = default);

    /// <summary>Claims due deliveries of one channel and begins to send them. For a loop that goes on claiming while slow messages are still on their way.</summary>
    /// <param name="channel">One of <see cref="Channels"/>; another one has nothing to send.</param>
    /// <param name="cancellationToken">As in <see cref="RunOnceAsync"/>; it goes on to count until the step is complete.</param>
    /// <returns>The step, as soon as its messages are on their way.</returns>
    Task<DeliveryStep> BeginAsync(string channel, CancellationToken cancellationToken = default);
}
