namespace Invitations;

/// <summary>Sends nothing: the delivery is settled, and an administrator hands over the link or the code (see <see cref="IInvitationAdministration.ShowSecretAsync"/>).</summary>
internal sealed class ManualChannel : IInvitationChannel
{
    public string Name => DeliveryChannels.Manual;

    public ValueTask<DeliveryOutcome> SendAsync(DeliveryContext context, CancellationToken cancellationToken) => new(DeliveryOutcome.Sent());
}
