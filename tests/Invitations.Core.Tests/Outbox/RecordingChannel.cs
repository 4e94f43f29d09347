namespace Invitations.Tests.Outbox;

/// <summary>A channel that keeps what it is given and answers as a test says.</summary>
internal sealed class RecordingChannel(string name = DeliveryChannels.Email) : IInvitationChannel
{
    private readonly Lock _sync = new();

    public string Name => name;

    public List<DeliveryContext> Sent { get; } = [];

    public Func<DeliveryContext, DeliveryOutcome> Answer { get; set; } = context => DeliveryOutcome.Sent($"m-{context.Delivery.Id:N}");

    public ValueTask<DeliveryOutcome> SendAsync(DeliveryContext context, CancellationToken cancellationToken)
    {
        lock (_sync)
            Sent.Add(context);
        return new(Answer(context));
    }
}
