namespace Invitations;

/// <summary>How much room one channel has on this node: messages in flight, and a rate. Says by the signal when there is room again that somebody missed.</summary>
internal sealed class ChannelGate(Func<ChannelRoom> room, DeliverySignal signal, TimeProvider time) : IDisposable
{
    private readonly Lock _sync = new();
    private int _inFlight;
    private double _permits;
    private DateTimeOffset? _refilledAt;
    private bool _isAwaited;
    private ITimer? _timer;

    /// <summary>Takes all the room there is.</summary>
    /// <returns>For how many messages; 0 where a claim would not be worth it yet.</returns>
    public int Enter()
    {
        lock (_sync)
        {
            var most = room();
            var free = most.InFlight - _inFlight;
            if (_inFlight > 0 && free < most.WorthClaiming)
            {
                _isAwaited = true;
                return 0;
            }

            if (most.Messages is { } messages)
            {
                Refill(messages, most.Per);
                if (_permits < 1)
                {
                    Await(most.Per * ((1 - _permits) / messages));
                    return 0;
                }

                free = Math.Min(free, (int)_permits);
                _permits -= free;
            }

            _inFlight += free;
            return free;
        }
    }

    /// <summary>Gives back what was taken and no message came for.</summary>
    public void Unused(int count)
    {
        lock (_sync)
        {
            _inFlight -= count;
            if (room().Messages is { } messages)
                _permits = Math.Min(messages, _permits + count);
        }
    }

    /// <summary>One message is not in flight any more.</summary>
    public void Leave()
    {
        lock (_sync)
        {
            _inFlight--;
            var most = room();
            if (!_isAwaited || (_inFlight > 0 && most.InFlight - _inFlight < most.WorthClaiming))
                return;
            _isAwaited = false;
        }

        signal.Notify();
    }

    public void Dispose()
    {
        lock (_sync)
            _timer?.Dispose();
    }

    /// <summary>A bucket that fills evenly: after a rest, as many as the rate says may go at once.</summary>
    private void Refill(int messages, TimeSpan per)
    {
        var now = time.GetUtcNow();
        var gained = _refilledAt is { } last ? messages * Math.Max(0, (now - last) / per) : messages;
        _permits = Math.Min(messages, _permits + gained);
        _refilledAt = now;
    }

    private void Await(TimeSpan wait)
    {
        // A little longer than worked out: a clock that is cut to milliseconds would be there too early.
        wait += TimeSpan.FromMilliseconds(1);
        _timer ??= time.CreateTimer(_ => signal.Notify(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _timer.Change(wait, Timeout.InfiniteTimeSpan);
    }
}
