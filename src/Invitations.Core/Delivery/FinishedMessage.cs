using Invitations.Stores;

namespace Invitations;

/// <summary>A message that is not in flight any more, and the wait until that is written down.</summary>
/// <param name="Message">The message.</param>
/// <param name="Report">What became of it.</param>
internal sealed record FinishedMessage(ClaimedMessage Message, DeliveryReport Report)
{
    private readonly TaskCompletionSource<bool> _written = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends when it is written down, with whether it was still this node's to write.</summary>
    public Task<bool> Written => _written.Task;

    /// <summary>Whether the provider has refused it for good, or it was tried often enough.</summary>
    public bool IsGivenUp => Report.Status is DeliveryStatus.Failed;

    /// <summary>The delivery as it is now.</summary>
    public Delivery Ended => Message.Delivery with
    {
        Status = Report.Status,
        EndedAt = Report.At,
        LeasedUntil = null,
        ProviderMessageId = Report.ProviderMessageId,
        LastError = Report.Error,
    };

    public void Complete(bool isWritten) => _written.TrySetResult(isWritten);

    public void Fail(Exception exception) => _written.TrySetException(exception);
}
