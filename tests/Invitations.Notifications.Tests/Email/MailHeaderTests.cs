using System.Text;
using Invitations.Notifications.Tests.Hosting;
using Invitations.TestServers;

namespace Invitations.Notifications.Tests.Email;

/// <summary>The messages, octet by octet, as a real server got them.</summary>
public sealed class MailHeaderTests : SmtpTests
{
    [Fact]
    public async Task A_message_has_the_headers_of_one_that_a_machine_sent()
    {
        await using var server = await StartAsync();
        await using var host = HostFor(server, smtp =>
        {
            smtp.FromName = "Ünïcorn, Inc.";
            smtp.ReplyTo = "help@app.example.com";
            smtp.ReturnPath = "bounces@app.example.com";
            smtp.UnsubscribeUrl = new("https://app.example.com/unsubscribe");
            smtp.DeliveryIdHeader = "X-Delivery";
        });

        var delivery = await host.SendAsync(new Invite("ana@example.com"));

        Assert.Equal((DeliveryStatus.Sent, null), (delivery.Status, delivery.LastError));
        var mail = Assert.Single(server.Messages);
        Assert.Equal("bounces@app.example.com", mail.From);
        Assert.Equal(["ana@example.com"], mail.To);
        Assert.Equal($"<{delivery.Id:N}@app.example.com>", mail.Header("Message-ID"));
        Assert.Equal(delivery.ProviderMessageId, mail.Header("Message-ID"));
        Assert.Equal("auto-generated", mail.Header("Auto-Submitted"));
        Assert.Equal("ana@example.com", mail.Header("To"));
        Assert.Equal("help@app.example.com", mail.Header("Reply-To"));
        Assert.Equal(delivery.Id.ToString(), mail.Header("X-Delivery"));
        Assert.EndsWith("<no-reply@app.example.com>", mail.Header("From"), StringComparison.Ordinal);
        Assert.StartsWith("Ünïcorn, Inc. ", MimeText.DecodeHeader(mail.Header("From")!), StringComparison.Ordinal);
        Assert.NotNull(mail.Header("Date"));
        Assert.StartsWith("multipart/alternative", mail.Header("Content-Type"), StringComparison.Ordinal);
        Assert.Equal("List-Unsubscribe=One-Click", mail.Header("List-Unsubscribe-Post"));
        Assert.Matches(@"^<https://app\.example\.com/unsubscribe/[A-Za-z0-9_-]{56}>$", mail.Header("List-Unsubscribe")!);
    }

    [Fact]
    public async Task The_token_of_List_Unsubscribe_unsubscribes()
    {
        await using var server = await StartAsync();
        await using var host = HostFor(server, smtp => smtp.UnsubscribeUrl = new("https://app.example.com/unsubscribe/"));
        await host.SendAsync(new Invite("ana@example.com"));

        var token = server.Messages[0].Header("List-Unsubscribe")!.Trim('<', '>').Split('/')[^1];
        var result = await host.CallAsync<IUnsubscriptions, SuppressionResult>(it => it.UnsubscribeAsync(token, Cancellation));

        Assert.True(result.Succeeded);
    }

    [Fact]
    public async Task Text_of_every_script_and_lines_of_any_length_arrive_as_they_were()
    {
        const string Arabic = "أهلا بك يا ليلى 🎉 ünïcode";
        var text = $"{Arabic}\n.\n..leading dots\n{new string('x', 5000)}\n=not=escaped\n\ttail ";
        await using var server = await StartAsync();
        await using var host = HostFor(server, renderer: new FixedRenderer($"{Arabic} {new string('y', 200)}", text, $"<p dir=\"rtl\">{Arabic}{new string('z', 3000)}</p>"));

        await host.SendAsync(new Invite("ana@example.com"));

        var mail = server.Messages[0];
        Assert.All(mail.Raw.Split("\r\n"), line => Assert.InRange(line.Length, 0, 998));
        Assert.DoesNotContain(mail.Raw, character => character > 127);
        Assert.Equal($"{Arabic} {new string('y', 200)}", MimeText.DecodeHeader(mail.Header("Subject")!));
        var parts = MimeText.PartsOf(mail);
        Assert.Equal(["text/plain; charset=utf-8", "text/html; charset=utf-8"], parts.Select(part => part.ContentType));
        Assert.StartsWith(text, parts[0].Text.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Equal($"<p dir=\"rtl\">{Arabic}{new string('z', 3000)}</p>", parts[1].Text);
    }

    [Theory]
    [InlineData("Hello\r\nBcc: eve@evil.example\r\n\r\nbody")]
    [InlineData("Hello\nX-Evil: 1")]
    [InlineData("Hello\rX-Evil: 1")]
    public async Task A_subject_cannot_add_headers(string subject)
    {
        await using var server = await StartAsync();
        await using var host = HostFor(server, renderer: new FixedRenderer(subject, "text", null));

        await host.SendAsync(new Invite("ana@example.com"));

        var mail = Assert.Single(server.Messages);
        Assert.Equal(["ana@example.com"], mail.To);
        Assert.Null(mail.Header("Bcc"));
        Assert.Null(mail.Header("X-Evil"));
        Assert.StartsWith("Hello ", MimeText.DecodeHeader(mail.Header("Subject")!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task People_cannot_put_markup_or_headers_into_a_message()
    {
        await using var server = await StartAsync();
        await using var host = HostFor(server);

        var result = await host.CallAsync<IInvitationService, InviteResult>(it => it.InviteAsync(
            ChannelHost.Tenant, new Invite("ana@example.com"), Inviter.OrganizationAdmin("u-eve", "Eve <img src=x>"), null, Cancellation));
        await host.RunOnceAsync();

        Assert.True(result.Succeeded);
        var mail = Assert.Single(server.Messages);
        Assert.DoesNotContain("<img", MimeText.PartsOf(mail)[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_internationalised_domain_is_written_in_A_labels_and_a_local_part_in_UTF8()
    {
        await using var server = await StartAsync();
        await using var host = HostFor(server);

        await host.SendAsync(new Invite("ana@bücher.example"));
        await host.SendAsync(new Invite("用户@example.com"));

        Assert.Equal(["ana@xn--bcher-kva.example"], server.Messages[0].To);
        Assert.Equal(["用户@example.com"], server.Messages[1].To);
    }

    [Fact]
    public async Task Where_the_server_takes_no_such_local_part_the_message_is_given_up_with_the_reason()
    {
        await using var server = await StartAsync(new SmtpServerOptions { TakesUtf8 = false });
        await using var host = HostFor(server);

        var delivery = await host.SendAsync(new Invite("用户@example.com"));

        Assert.Equal(DeliveryStatus.Failed, delivery.Status);
        Assert.Contains("SMTPUTF8", delivery.LastError, StringComparison.Ordinal);
        Assert.DoesNotContain("用户", delivery.LastError, StringComparison.Ordinal);
    }
}
