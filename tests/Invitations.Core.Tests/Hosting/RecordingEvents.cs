namespace Invitations.Tests.Hosting;

/// <summary>Remembers every event that the host was told of.</summary>
internal sealed class RecordingEvents : IInvitationEventHandler
{
    private readonly Lock _sync = new();

    public List<InvitationEvent> All { get; } = [];

    public List<InvitationBatchEvent> OfBatches { get; } = [];

    public ValueTask HandleAsync(InvitationEventContext context, CancellationToken cancellationToken)
    {
        lock (_sync)
        {
            All.AddRange(context.Events);
            OfBatches.AddRange(context.BatchEvents);
        }

        return default;
    }
}
