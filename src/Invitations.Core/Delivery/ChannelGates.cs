using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace Invitations;

/// <summary>The gate of each channel, shared by all steps of this node.</summary>
internal sealed class ChannelGates(IOptionsMonitor<DeliveryOptions> options, DeliverySignal signal, TimeProvider time) : IDisposable
{
    private readonly ConcurrentDictionary<string, ChannelGate> _gates = new(StringComparer.Ordinal);

    public ChannelGate Of(string channel) =>
        _gates.GetOrAdd(channel, name => new(() => ChannelRoom.Of(options.CurrentValue, name), signal, time));

    public void Dispose()
    {
        foreach (var gate in _gates.Values)
            gate.Dispose();
    }
}
