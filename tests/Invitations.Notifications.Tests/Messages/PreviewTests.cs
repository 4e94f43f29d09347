using Invitations.Notifications.Tests.Messages.Fixture;

namespace Invitations.Notifications.Tests.Messages;

public sealed class PreviewTests
{
    [Fact]
    public async Task A_preview_shows_sample_data_and_a_link_that_is_no_token()
    {
        await using var writing = new Writing(o => Writing.Acme(o));

        var preview = await writing.PreviewAsync(new() { Tenant = "acme", Language = "de", ShowCode = true });

        Assert.Equal("Tina Meyer lädt Sie zu Acme ein", preview.Message.Subject);
        Assert.Contains("https://app.example.com/join/preview-", preview.Message.Text, StringComparison.Ordinal);
        Assert.Contains("Gruppen: Design, Research", preview.Message.Text, StringComparison.Ordinal);
        Assert.Contains("00000-00000-0", preview.Message.Text, StringComparison.Ordinal);
        Assert.Empty(preview.Problems);
        Assert.Null(preview.Segments);
    }

    [Fact]
    public async Task A_preview_of_a_text_message_counts_its_segments_with_a_link_as_long_as_a_real_one()
    {
        await using var writing = new Writing(o => Writing.Acme(o));

        var preview = await writing.PreviewAsync(new() { Tenant = "acme", Channel = DeliveryChannels.Sms });

        Assert.Equal((SmsEncoding.Gsm7, 1), (preview.Segments!.Value.Encoding, preview.Segments.Value.Count));
        Assert.Equal(Writing.Token.Length, SampleInvitation.Token.Length);
    }

    [Fact]
    public async Task An_invitation_is_shown_without_its_own_link()
    {
        await using var writing = new Writing(o => Writing.Acme(o));

        var preview = await writing.PreviewAsync(new() { Tenant = "acme", Invitation = Writing.Invitation("nl") with { InviterName = "Bob" } });

        Assert.Equal("Bob nodigt je uit voor Acme", preview.Message.Subject);
        Assert.Contains("/join/preview-", preview.Message.Html, StringComparison.Ordinal);
        Assert.Contains("Groep: Design", preview.Message.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_administrator_tries_out_words_and_colours_that_nobody_else_sees()
    {
        await using var writing = new Writing(o => Writing.Acme(o));

        var preview = await writing.PreviewAsync(new()
        {
            Tenant = "acme",
            Template = new() { Subject = "Try {{organization}}" },
            Branding = new() { Name = "Trial", Color = "#e11d48" },
        });
        var sent = await writing.WriteAsync(Writing.Context());

        Assert.Equal("Try Trial", preview.Message.Subject);
        Assert.Contains("#e11d48", preview.Message.Html, StringComparison.Ordinal);
        Assert.Equal("Tina Meyer invites you to Acme", sent.Subject);
    }

    [Fact]
    public async Task A_mistake_in_a_template_and_in_a_colour_is_named_and_what_would_be_sent_is_shown()
    {
        await using var writing = new Writing(o => Writing.Acme(o));

        var preview = await writing.PreviewAsync(new()
        {
            Tenant = "acme",
            Language = "fr",
            Template = new() { Body = "un\n{{oops}}" },
            Branding = new() { Name = "Acme", Color = "blue" },
        });

        Assert.Equal("Tina Meyer vous invite à rejoindre Acme", preview.Message.Subject);
        Assert.Equal(("fr", "Body", 2), (preview.Problems[0].Language, preview.Problems[0].Part, preview.Problems[0].Line));
        Assert.Contains("'oops' is not known here", preview.Problems[0].Problem, StringComparison.Ordinal);
        Assert.Contains("Color must be #rrggbb", preview.Problems[1].Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_purpose_can_be_shown_over_every_channel()
    {
        await using var writing = new Writing(o => Writing.Acme(o));
        foreach (var purpose in Enum.GetValues<MessagePurpose>())
        {
            foreach (var channel in new[] { DeliveryChannels.Email, DeliveryChannels.Sms, "chat" })
                Assert.NotEmpty((await writing.PreviewAsync(new() { Tenant = "acme", Purpose = purpose, Channel = channel })).Message.Text);
        }
    }

    [Fact]
    public async Task Somebody_elses_invitation_is_not_shown()
    {
        await using var writing = new Writing();

        await Assert.ThrowsAsync<ArgumentException>(() => writing.PreviewAsync(new() { Tenant = "globex", Invitation = Writing.Invitation() }));
    }
}
