using Invitations.Stores;
using Microsoft.Extensions.Options;

namespace Invitations;

internal sealed class DeliveryDispatcher(
    IDeliveryStore deliveries,
    SuppressedAddresses suppressions,
    MessageSender sender,
    DeliveryReporter reporter,
    ChannelGates gates,
    InvitationClock clock,
    Instrumentation instrumentation,
    IEnumerable<IInvitationChannel> channels,
    IOptionsMonitor<DeliveryOptions> options) : IDeliveryDispatcher
{
    private readonly HashSet<string> _channels = [.. channels.Select(channel => channel.Name)];

    public IReadOnlyCollection<string> Channels => _channels;

    public async Task<int> RunOnceAsync(CancellationToken cancellationToken = default)
    {
        var (claimed, begun) = (0, new List<Task>(_channels.Count));
        try
        {
            foreach (var channel in _channels)
            {
                var step = await BeginAsync(channel, cancellationToken).ConfigureAwait(false);
                claimed += step.Claimed;
                begun.Add(step.WaitAsync(CancellationToken.None));
            }
        }
        finally
        {
            await Task.WhenAll(begun).ConfigureAwait(false);
        }

        return claimed;
    }

    public async Task<DeliveryStep> BeginAsync(string channel, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(channel);
        cancellationToken.ThrowIfCancellationRequested();
        if (!_channels.Contains(channel))
            return new(0, Task.CompletedTask);

        using var activity = instrumentation.Start("invitations.dispatch");
        var gate = gates.Of(channel);
        var claimed = await ClaimAsync(channel, gate).ConfigureAwait(false);
        if (claimed.Count == 0)
            return new(0, Task.CompletedTask);

        var begun = new Task[claimed.Count];
        try
        {
            var messages = await LookAsync(claimed, cancellationToken).ConfigureAwait(false);
            for (var i = 0; i < begun.Length; i++)
            {
                var message = messages[i];
                begun[i] = Task.Run(() => DeliverAsync(message, gate, cancellationToken), CancellationToken.None);
            }
        }
        catch
        {
            await GiveBackAsync(claimed, gate).ConfigureAwait(false);
            throw;
        }

        return new(claimed.Count, Task.WhenAll(begun));
    }

    /// <summary>Not cancelled half-way: what was claimed and nobody knows of would wait until its lease ends.</summary>
    private async Task<IReadOnlyList<Delivery>> ClaimAsync(string channel, ChannelGate gate)
    {
        var room = gate.Enter();
        if (room == 0)
            return [];
        IReadOnlyList<Delivery> claimed = [];
        try
        {
            var claim = new DeliveryClaim { Now = clock.Now, Lease = options.CurrentValue.Lease, Take = room, Channels = [channel] };
            claimed = await deliveries.ClaimAsync(claim, CancellationToken.None).ConfigureAwait(false);
            return claimed;
        }
        finally
        {
            gate.Unused(room - claimed.Count);
        }
    }

    /// <summary>Looks right before sending whether the messages are still wanted, all at once: what is claimed has room to be sent now.</summary>
    private async Task<ClaimedMessage[]> LookAsync(IReadOnlyList<Delivery> claimed, CancellationToken cancellationToken)
    {
        var found = await deliveries.FindInvitationsAsync(claimed, cancellationToken).ConfigureAwait(false);
        var invitations = found.ToDictionary(invitation => invitation.Id);
        var now = clock.Now;
        ClaimedMessage[] messages = [.. claimed.Select(delivery => ClaimedMessage.Of(delivery, invitations.GetValueOrDefault(delivery.InvitationId), now))];

        // Somebody may have asked not to be written to since the message was queued.
        var addresses = messages.Where(message => message.IsToPerson).Select(message => message.Address).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var tenants = claimed.Select(delivery => delivery.Tenant).Distinct().ToList();
        var suppressed = await suppressions.FindAsync(tenants, addresses, cancellationToken).ConfigureAwait(false);
        return suppressed.IsEmpty
            ? messages
            : [.. messages.Select(message => message.IsToPerson && suppressed.Contains(message.Delivery.Tenant, message.Address) ? message.Suppressed() : message)];
    }

    private async Task DeliverAsync(ClaimedMessage message, ChannelGate gate, CancellationToken cancellationToken)
    {
        try
        {
            await sender.DeliverAsync(message, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            gate.Leave();
        }
    }

    private async Task GiveBackAsync(IReadOnlyList<Delivery> claimed, ChannelGate gate)
    {
        try
        {
            await reporter.GiveBackAsync(claimed).ConfigureAwait(false);
        }
        finally
        {
            foreach (var _ in claimed)
                gate.Leave();
        }
    }
}
