using Invitations.Stores;

namespace Invitations;

internal sealed class DeliveryBacklog(
    IDeliveryStore deliveries, IEnumerable<IInvitationChannel> channels, InvitationClock clock, Instrumentation instrumentation) : IDeliveryBacklog
{
    private const int CountUpTo = 10_000;

    private readonly HashSet<string> _channels = [.. channels.Select(channel => channel.Name)];

    public async Task<IReadOnlyList<ChannelBacklog>> ReadAsync(DateTimeOffset failedSince, CancellationToken cancellationToken = default)
    {
        if (_channels.Count == 0)
            return [];
        var query = new BacklogQuery { Channels = _channels, Now = clock.Now, FailedSince = InvitationClock.Cut(failedSince), CountUpTo = CountUpTo };
        var read = await deliveries.ReadBacklogAsync(query, cancellationToken).ConfigureAwait(false);
        instrumentation.BacklogRead(read);
        return read;
    }
}
