namespace Invitations;

/// <summary>Says how the outbox stands, in the registered channels and for all tenants: for a health check, an alarm, a page of the operators.</summary>
public interface IDeliveryBacklog
{
    /// <summary>Reads it from the store. Cheap, since it is counted up to 10,000 only; the gauges of the meter show what was read last.</summary>
    /// <param name="failedSince">From when on messages that were given up are counted.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>One for each registered channel.</returns>
    Task<IReadOnlyList<ChannelBacklog>> ReadAsync(DateTimeOffset failedSince, CancellationToken cancellationToken = default);
}
