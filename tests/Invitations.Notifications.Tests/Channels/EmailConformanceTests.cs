using Invitations.Notifications.Tests.Email;
using Invitations.TestServers;
using Invitations.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Invitations.Notifications.Tests.Channels;

public sealed class EmailConformanceTests(EmailConformanceTests.Setup fixture)
    : ProviderChannelConformanceTests(fixture), IClassFixture<EmailConformanceTests.Setup>
{
    public sealed class Setup : ChannelFixture
    {
        private SmtpServer? _server;
        private int _before;

        public override string Channel => DeliveryChannels.Email;

        public override async ValueTask InitializeAsync()
        {
            if (SmtpServer.Unavailable is null)
                _server = await SmtpServer.StartAsync(new(), TestContext.Current.CancellationToken);
        }

        public override Invite InviteFor(ProviderBehaviour behaviour) => new($"{MailboxOf(behaviour)}@example.com") { FirstName = "Ana" };

        public override void Wire(InvitationsBuilder builder, ProviderBehaviour behaviour)
        {
            Assert.SkipWhen(_server is null, SmtpServer.Unavailable ?? "");
            _before = _server!.Messages.Count;
            builder.AddEmail(smtp =>
            {
                smtp.Host = "localhost";
                smtp.Port = behaviour is ProviderBehaviour.IsAway ? SmtpFailureTests.UnusedPort() : _server.Port;
                smtp.Tls = SmtpTls.None;
                smtp.From = "no-reply@app.example.com";
                smtp.Timeout = TimeSpan.FromSeconds(5);
            });
        }

        public override async ValueTask<IReadOnlyList<string>> ReadAsync(CancellationToken cancellationToken) =>
            [.. _server!.Messages.Skip(_before).Select(mail => $"{mail.Raw[..mail.Raw.IndexOf("\r\n\r\n", StringComparison.Ordinal)]}\n{MimeText.PartsOf(mail)[0].Text}")];

        public override async ValueTask DisposeAsync()
        {
            if (_server is not null)
                await _server.DisposeAsync();
            await base.DisposeAsync();
        }

        private static string MailboxOf(ProviderBehaviour behaviour) => behaviour switch
        {
            ProviderBehaviour.RefusesForGood => "rcpt-550",
            ProviderBehaviour.IsBusy => "rcpt-451",
            ProviderBehaviour.Stalls => "rcpt-slow",
            _ => "ana",
        };
    }
}
