namespace Invitations;

/// <summary>Works the outbox off, one bounded step at a time: from a timer, a job scheduler, or the hosted service of Invitations.Notifications.</summary>
public interface IDeliveryDispatcher
{
    /// <summary>
    /// Claims due deliveries of the registered channels, sends them and records what became of each. Any number of nodes may run it at once:
    /// no two get the same delivery while its lease lasts.
    /// </summary>
    /// <param name="cancellationToken">Ends the step; what was claimed and not sent is given back.</param>
    /// <returns>How many deliveries were claimed; call again at once while it is not zero.</returns>
    Task<int> RunOnceAsync(CancellationToken cancellationToken = default);
}
