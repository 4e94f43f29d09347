using System.Text;
using Invitations.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Invitations.Notifications.Tests.Channels;

public sealed class FileDropConformanceTests(FileDropConformanceTests.Setup fixture)
    : ChannelConformanceTests(fixture), IClassFixture<FileDropConformanceTests.Setup>
{
    public sealed class Setup : ChannelFixture
    {
        private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("invitations-drop-");

        public override string Channel => DeliveryChannels.Sms;

        public override void Wire(InvitationsBuilder builder, ProviderBehaviour behaviour)
        {
            foreach (var file in _folder.EnumerateFiles())
                file.Delete();
            builder.AddFileDrop(drop => drop.Folder = _folder.FullName);
        }

        public override async ValueTask<IReadOnlyList<string>> ReadAsync(CancellationToken cancellationToken)
        {
            var texts = new List<string>();
            foreach (var file in _folder.EnumerateFiles())
                texts.Add(await File.ReadAllTextAsync(file.FullName, Encoding.UTF8, cancellationToken));
            return texts;
        }

        public override ValueTask DisposeAsync()
        {
            _folder.Delete(recursive: true);
            return base.DisposeAsync();
        }
    }
}
