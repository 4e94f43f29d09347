namespace Invitations;

/// <summary>Wakes the dispatcher of the same node when deliveries have been queued. Other nodes find them by polling.</summary>
public sealed class DeliverySignal : IDisposable
{
    private readonly SemaphoreSlim _queued = new(0, 1);
    private readonly TimeProvider _time;

    /// <summary>Creates the signal.</summary>
    /// <param name="time">The clock for the waiting time.</param>
    public DeliverySignal(TimeProvider time) => _time = time;

    /// <summary>Says that deliveries were queued. Cheap; several calls before somebody waits count as one.</summary>
    public void Notify()
    {
        if (_queued.CurrentCount > 0)
            return;
        try
        {
            _queued.Release();
        }
        catch (SemaphoreFullException)
        {
            // Another caller was faster: the dispatcher is told.
        }
    }

    /// <summary>Waits until deliveries are queued or the time is up.</summary>
    /// <param name="longest">The longest wait.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Whether deliveries were queued.</returns>
    public async Task<bool> WaitAsync(TimeSpan longest, CancellationToken cancellationToken)
    {
        using var elapsed = new CancellationTokenSource(longest, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, elapsed.Token);
        try
        {
            await _queued.WaitAsync(either.Token).ConfigureAwait(false);
            return true;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _queued.Dispose();
}
