namespace Invitations.Tests.Hosting;

/// <summary>Remembers every event that the host was told of.</summary>
internal sealed class RecordingEvents : IInvitationEventHandler
{
    public List<InvitationEvent> All { get; } = [];

    public List<InvitationBatchEvent> OfBatches { get; } = [];

    public ValueTask HandleAsync(InvitationEventContext context, CancellationToken cancellationToken)
    {
        All.AddRange(context.Events);
        OfBatches.AddRange(context.BatchEvents);
        return default;
    }
}
