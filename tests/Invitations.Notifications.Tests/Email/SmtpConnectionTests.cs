using System.Net;
using Invitations.Notifications.Tests.Hosting;
using Invitations.TestServers;
using Microsoft.Extensions.DependencyInjection;

namespace Invitations.Notifications.Tests.Email;

/// <summary>How connections are kept, left, encrypted and signed in on.</summary>
public sealed class SmtpConnectionTests : SmtpTests
{
    [Fact]
    public async Task Messages_that_are_sent_one_after_the_other_go_over_one_connection()
    {
        await using var server = await StartAsync();
        await using var host = HostFor(server, maxInFlight: 1);
        for (var i = 0; i < 20; i++)
            await host.InviteAsync(new Invite($"person{i}@example.com"));

        while (await host.RunOnceAsync() > 0)
        {
        }

        Assert.Equal(20, server.Messages.Count);
        Assert.Single(server.Messages.Select(mail => mail.Connection).Distinct());
    }

    [Theory]
    [InlineData(11, 2)]
    [InlineData(1, 1)]
    public async Task A_connection_that_lay_idle_for_too_long_is_not_used_any_more(int seconds, int connections)
    {
        await using var server = await StartAsync();
        await using var host = HostFor(server);

        await host.SendAsync(new Invite("ana@example.com"));
        host.Time.Advance(TimeSpan.FromSeconds(seconds));
        await host.SendAsync(new Invite("ben@example.com"));

        Assert.Equal(connections, server.Messages.Select(mail => mail.Connection).Distinct().Count());
    }

    [Fact]
    public async Task A_connection_that_the_server_has_closed_meanwhile_is_replaced_at_once()
    {
        await using var server = await StartAsync(new SmtpServerOptions { IdleTimeout = TimeSpan.FromMilliseconds(300) });
        await using var host = HostFor(server);
        await host.SendAsync(new Invite("ana@example.com"));
        await UntilAsync(() => server.Dialogue.Any(line => line.Contains("(closed)", StringComparison.Ordinal)));

        var delivery = await host.SendAsync(new Invite("ben@example.com"));

        Assert.Equal((DeliveryStatus.Sent, 1), (delivery.Status, delivery.Attempts));
        Assert.Equal([1, 2], server.Messages.Select(mail => mail.Connection));
    }

    [Fact]
    public async Task A_server_that_closes_with_421_in_the_middle_of_a_claim_gets_the_message_over_a_new_connection()
    {
        await using var server = await StartAsync();
        await using var host = HostFor(server);
        await host.SendAsync(new Invite("ana@example.com"));

        var delivery = await host.SendAsync(new Invite("rcpt-421-once@example.com"));

        Assert.Equal((DeliveryStatus.Sent, 1), (delivery.Status, delivery.Attempts));
        Assert.Equal(2, server.Messages[1].Connection);
    }

    [Fact]
    public async Task STARTTLS_is_required_where_it_is_asked_for()
    {
        await using var server = await StartAsync();
        await using var host = HostFor(server, smtp => smtp.Tls = SmtpTls.StartTls);

        var delivery = await host.SendAsync(new Invite("ana@example.com"));

        Assert.Equal(DeliveryStatus.Waiting, delivery.Status);
        Assert.Empty(server.Messages);
    }

    [Fact]
    public async Task A_certificate_that_nobody_has_signed_is_not_trusted()
    {
        await using var server = await StartAsync(new SmtpServerOptions { HasTls = true });
        await using var host = HostFor(server, smtp => smtp.Tls = SmtpTls.StartTls);

        var delivery = await host.SendAsync(new Invite("ana@example.com"));

        Assert.Equal((DeliveryStatus.Waiting, "SMTP: the server's certificate is not trusted."), (delivery.Status, delivery.LastError));
        Assert.Contains(host.Logs.Lines, line => line.Contains("SenderRefused", StringComparison.Ordinal));
        Assert.Empty(server.Messages);
    }

    [Fact]
    public async Task Over_STARTTLS_the_user_signs_in_and_the_message_is_encrypted()
    {
        await using var server = await StartAsync(new SmtpServerOptions { HasTls = true, User = "app", Password = "pässword" });
        await using var host = HostFor(server, smtp => (smtp.Tls, smtp.User, smtp.Password) = (SmtpTls.StartTls, "app", "pässword"));

        var delivery = await TrustingAsync(server, () => host.SendAsync(new Invite("ana@example.com")));

        Assert.Equal((DeliveryStatus.Sent, null), (delivery.Status, delivery.LastError));
        var mail = Assert.Single(server.Messages);
        Assert.True(mail is { IsEncrypted: true, IsAuthenticated: true });
    }

    [Fact]
    public async Task A_wrong_password_loses_no_message_and_is_logged_as_an_error()
    {
        await using var server = await StartAsync(new SmtpServerOptions { User = "app", Password = "right" });
        await using var host = HostFor(server, smtp => (smtp.User, smtp.Password) = ("app", "wrong-password"));

        var delivery = await host.SendAsync(new Invite("ana@example.com"));

        Assert.Equal((DeliveryStatus.Waiting, "SMTP 530 5.7.0: the server does not let this host send."), (delivery.Status, delivery.LastError));
        Assert.Contains(host.Logs.Lines, line => line.StartsWith("Error SenderRefused", StringComparison.Ordinal));
        Assert.DoesNotContain(host.Logs.Lines, line => line.Contains("wrong-password", StringComparison.Ordinal));
    }

    /// <summary>Trusts the server's own certificate and no other, as a host with a private authority can.</summary>
    private static async Task<T> TrustingAsync<T>(SmtpServer server, Func<Task<T>> work)
    {
#pragma warning disable SYSLIB0014 // The client of the framework asks this one alone.
        ServicePointManager.ServerCertificateValidationCallback = (_, certificate, _, _) => certificate?.GetCertHashString() == server.Certificate!.GetCertHashString();
        try
        {
            return await work();
        }
        finally
        {
            ServicePointManager.ServerCertificateValidationCallback = null;
        }
#pragma warning restore SYSLIB0014
    }

    private static async Task UntilAsync(Func<bool> holds)
    {
        while (!holds())
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, Cancellation);
    }
}
