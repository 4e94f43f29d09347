using Invitations.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Invitations.Notifications.Tests.Channels;

public sealed class ManualConformanceTests(ManualConformanceTests.Setup fixture)
    : ChannelConformanceTests(fixture), IClassFixture<ManualConformanceTests.Setup>
{
    public sealed class Setup : ChannelFixture
    {
        public override string Channel => DeliveryChannels.Manual;

        public override bool HandsOver => false;

        public override void Wire(InvitationsBuilder builder, ProviderBehaviour behaviour) => builder.AddManual();

        public override ValueTask<IReadOnlyList<string>> ReadAsync(CancellationToken cancellationToken) => new((IReadOnlyList<string>)[]);
    }
}
