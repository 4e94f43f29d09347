using System.Collections.Concurrent;
using System.Threading.Channels;

namespace Invitations.Tests.Outbox;

/// <summary>A channel at which each message waits until the test lets it go.</summary>
internal sealed class WaitingChannel : IInvitationChannel
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource<DeliveryOutcome>> _gates = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _begun = new();
    private readonly Channel<string> _arrived = Channel.CreateUnbounded<string>();
    private readonly Lock _sync = new();
    private int _most;
    private int _now;

    public string Name { get; init; } = DeliveryChannels.Email;

    /// <summary>The addresses in the order in which their messages came.</summary>
    public IReadOnlyCollection<string> Begun => _begun;

    /// <summary>How many there were at the same time.</summary>
    public int MostAtOnce => Volatile.Read(ref _most);

    /// <summary>How many wait now.</summary>
    public int InFlight => Volatile.Read(ref _now);

    public async ValueTask<DeliveryOutcome> SendAsync(DeliveryContext context, CancellationToken cancellationToken)
    {
        var email = context.Recipient.Email!;
        lock (_sync)
            _most = Math.Max(_most, ++_now);
        _begun.Enqueue(email);
        _arrived.Writer.TryWrite(email);
        try
        {
            return await GateOf(email).Task.WaitAsync(cancellationToken);
        }
        finally
        {
            lock (_sync)
                _now--;
        }
    }

    /// <summary>Waits until so many more messages have come.</summary>
    public async Task ArriveAsync(int count)
    {
        for (var i = 0; i < count; i++)
            await _arrived.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
    }

    public void Release(string email, DeliveryOutcome? outcome = null) => GateOf(email).TrySetResult(outcome ?? DeliveryOutcome.Sent());

    public void ReleaseAll(int count)
    {
        for (var number = 1; number <= count; number++)
            Release(Hosting.People.Email(number));
    }

    private TaskCompletionSource<DeliveryOutcome> GateOf(string email) =>
        _gates.GetOrAdd(email, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));
}
