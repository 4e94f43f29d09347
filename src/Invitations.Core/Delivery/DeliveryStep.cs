namespace Invitations;

/// <summary>A step that has begun (see <see cref="IDeliveryDispatcher.BeginAsync"/>).</summary>
public sealed class DeliveryStep
{
    private readonly Task _completion;

    internal DeliveryStep(int claimed, Task completion)
    {
        Claimed = claimed;
        _completion = completion;
    }

    /// <summary>How many messages were claimed and are being sent. 0 where none is due, and where the channel has no room.</summary>
    public int Claimed { get; }

    /// <summary>Whether it is written down what became of each.</summary>
    public bool IsComplete => _completion.IsCompleted;

    /// <summary>Waits until it is written down what became of each.</summary>
    /// <param name="cancellationToken">Ends the wait, and not the step.</param>
    public Task WaitAsync(CancellationToken cancellationToken = default) => _completion.WaitAsync(cancellationToken);
}
