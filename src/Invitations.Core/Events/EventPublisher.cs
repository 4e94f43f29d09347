using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Invitations;

/// <summary>Tells the host's handlers, after the commit. What they do wrong is logged and stays theirs.</summary>
internal sealed class EventPublisher(IEnumerable<IInvitationEventHandler> handlers, ILogger<EventPublisher>? logger = null)
{
    private readonly ILogger _logger = logger ?? NullLogger<EventPublisher>.Instance;
    private readonly IInvitationEventHandler[] _handlers = [.. handlers];

    /// <summary>Whether anybody is told, so that events are worth their making.</summary>
    public bool HasHandlers => _handlers.Length > 0;

    public Task PublishAsync(IReadOnlyList<InvitationEvent> events, CancellationToken cancellationToken) =>
        events.Count == 0 ? Task.CompletedTask : TellAsync(new(events), cancellationToken);

    public Task PublishAsync(InvitationLinkEvent happened, CancellationToken cancellationToken) =>
        TellAsync(new([]) { LinkEvents = [happened] }, cancellationToken);

    public Task PublishAsync(InvitationBatchEvent happened, CancellationToken cancellationToken) =>
        TellAsync(new([]) { BatchEvents = [happened] }, cancellationToken);

    private async Task TellAsync(InvitationEventContext context, CancellationToken cancellationToken)
    {
        foreach (var handler in _handlers)
        {
            try
            {
                await handler.HandleAsync(context, cancellationToken).ConfigureAwait(false);
            }
#pragma warning disable CA1031 // What is committed is committed: a handler cannot make it fail any more.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                Log.EventHandlerFailed(_logger, exception, handler.GetType().Name, context.Events.Count + context.LinkEvents.Count + context.BatchEvents.Count);
            }
        }
    }
}
