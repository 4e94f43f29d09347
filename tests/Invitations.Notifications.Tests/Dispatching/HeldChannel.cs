using System.Collections.Concurrent;
using System.Threading.Channels;

namespace Invitations.Notifications.Tests.Dispatching;

/// <summary>A channel that says what comes, and keeps messages to whoever a test names until it lets them go.</summary>
internal sealed class HeldChannel(string name = DeliveryChannels.Email) : IInvitationChannel
{
    private readonly Channel<DeliveryContext> _sent = Channel.CreateUnbounded<DeliveryContext>();
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _held = new(StringComparer.Ordinal);

    public string Name => name;

    public async ValueTask<DeliveryOutcome> SendAsync(DeliveryContext context, CancellationToken cancellationToken)
    {
        _sent.Writer.TryWrite(context);
        if (_held.TryGetValue(context.Recipient.Email!, out var held))
            await held.Task.WaitAsync(cancellationToken);
        return DeliveryOutcome.Sent();
    }

    public void Hold(string email) => _held[email] = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Release(string email) => _held[email].TrySetResult();

    /// <summary>The next message that comes.</summary>
    public async Task<DeliveryContext> NextAsync() => await _sent.Reader.ReadAsync(TestContext.Current.CancellationToken)
        .AsTask().WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

    public bool HasNext => _sent.Reader.TryPeek(out _);
}
