using System.Net;
using System.Net.Sockets;
using Invitations.Notifications.Tests.Hosting;
using Invitations.TestServers;

namespace Invitations.Notifications.Tests.Email;

/// <summary>What becomes of a message that a real server refuses, stalls on or hangs up over.</summary>
public sealed class SmtpFailureTests : SmtpTests
{
    [Theory]
    [InlineData("rcpt-421", "SMTP 421 4.3.2: the server closes the connection.")]
    [InlineData("rcpt-450", "SMTP 450 4.2.1: the mailbox is busy.")]
    [InlineData("rcpt-451", "SMTP 451 4.2.1: the server cannot take it now.")]
    [InlineData("rcpt-452", "SMTP 452 4.2.1: the mailbox is full, or the message too large.")]
    [InlineData("data-451", "SMTP 451 4.2.1: the server cannot take it now.")]
    [InlineData("data-421", "SMTP 421 4.3.2: the server closes the connection.")]
    [InlineData("rcpt-554-policy", "SMTP 554 5.7.1: the server does not let this host send.")]
    [InlineData("data-drop", "SMTP: the connection failed.")]
    [InlineData("rcpt-drop", "SMTP: the connection failed.")]
    public async Task What_may_pass_is_tried_again_later(string mailbox, string reason)
    {
        await using var server = await StartAsync();
        await using var host = HostFor(server);

        var delivery = await host.SendAsync(new Invite($"{mailbox}@example.com"));

        Assert.Equal((DeliveryStatus.Waiting, 1, reason), (delivery.Status, delivery.Attempts, delivery.LastError));
        Assert.Empty(server.Messages);
    }

    [Theory]
    [InlineData("rcpt-550", "SMTP 550 5.2.1: the mailbox cannot be reached.")]
    [InlineData("rcpt-551", "SMTP 551 5.2.1: the mailbox is elsewhere.")]
    [InlineData("rcpt-552", "SMTP 552 5.2.1: the mailbox is full, or the message too large.")]
    [InlineData("rcpt-553", "SMTP 553 5.2.1: the address is not allowed.")]
    [InlineData("data-554", "SMTP 554 5.2.1: the server refuses it.")]
    public async Task What_cannot_be_helped_is_given_up(string mailbox, string reason)
    {
        await using var server = await StartAsync();
        await using var host = HostFor(server);

        var delivery = await host.SendAsync(new Invite($"{mailbox}@example.com"));

        Assert.Equal((DeliveryStatus.Failed, reason), (delivery.Status, delivery.LastError));
    }

    [Theory]
    [InlineData("rcpt-421-once")]
    [InlineData("data-451-once")]
    [InlineData("data-drop-once")]
    public async Task The_message_of_a_second_attempt_has_the_same_id(string mailbox)
    {
        await using var server = await StartAsync();
        await using var host = HostFor(server);
        var first = await host.SendAsync(new Invite($"{mailbox}@example.com"));
        Assert.Equal(DeliveryStatus.Waiting, first.Status);

        await SendAgainAsync(host);

        var mail = Assert.Single(server.Messages);
        Assert.Equal($"<{first.Id:N}@app.example.com>", mail.Header("Message-ID"));
    }

    [Fact]
    public async Task A_server_that_stalls_is_left_after_the_timeout()
    {
        await using var server = await StartAsync();
        await using var host = HostFor(server, smtp => smtp.Timeout = TimeSpan.FromSeconds(1));

        var atRecipient = await host.SendAsync(new Invite("rcpt-slow@example.com"));
        var atMessage = await host.SendAsync(new Invite("data-slow@example.com"));
        var after = await host.SendAsync(new Invite("ana@example.com"));

        Assert.Equal((DeliveryStatus.Waiting, "SMTP: the server did not answer in time."), (atRecipient.Status, atRecipient.LastError));
        Assert.Equal((DeliveryStatus.Waiting, "SMTP: the server did not answer in time."), (atMessage.Status, atMessage.LastError));
        Assert.Equal(DeliveryStatus.Sent, after.Status);
    }

    [Fact]
    public async Task A_server_that_is_away_costs_an_attempt_and_nothing_else()
    {
        await using var host = HostFor(UnusedPort());

        var delivery = await host.SendAsync(new Invite("ana@example.com"));

        Assert.Equal((DeliveryStatus.Waiting, "SMTP: the connection failed."), (delivery.Status, delivery.LastError));
    }

    [Fact]
    public async Task Nothing_that_a_server_says_and_no_address_is_kept_or_logged()
    {
        await using var server = await StartAsync();
        await using var host = HostFor(server);

        foreach (var mailbox in new[] { "rcpt-550", "rcpt-451", "data-421", "data-drop" })
        {
            var delivery = await host.SendAsync(new Invite($"{mailbox}@private.example"));
            Assert.DoesNotContain("private", delivery.LastError, StringComparison.Ordinal);
        }

        Assert.NotEmpty(host.Logs.Lines);
        Assert.DoesNotContain(host.Logs.Lines, line => line.Contains("private", StringComparison.Ordinal) || line.Contains("/join/", StringComparison.Ordinal));
    }

    private static async Task SendAgainAsync(ChannelHost host)
    {
        host.Time.Advance(TimeSpan.FromMinutes(1));
        await host.RunOnceAsync();
    }

    internal static int UnusedPort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
