using Invitations.Notifications.Tests.Messages.Fixture;

namespace Invitations.Notifications.Tests.Messages;

public sealed class SmsTextTests
{
    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    [InlineData("nl")]
    [InlineData("de")]
    [InlineData("es")]
    [InlineData("it")]
    [InlineData("pt")]
    [InlineData("pl")]
    public async Task An_invitation_in_Latin_letters_fits_one_segment(string language)
    {
        await using var writing = new Writing(o => Writing.Acme(o));
        foreach (var purpose in new[] { MessagePurpose.Invitation, MessagePurpose.Reinvite, MessagePurpose.Reminder })
        {
            var message = await writing.WriteAsync(Writing.Context(Writing.Invitation(language), DeliveryChannels.Sms, purpose));

            var segments = SmsSegments.Of(message.Text);
            Assert.Equal((SmsEncoding.Gsm7, 1), (segments.Encoding, segments.Count));
            Assert.Contains("Tina", message.Text, StringComparison.Ordinal);
            Assert.Contains(Writing.Link, message.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_short_personal_message_goes_along_where_it_costs_nothing()
    {
        await using var writing = new Writing(o => Writing.Acme(o));
        var brief = Writing.Invitation() with { PersonalMessage = "See you!" };

        Assert.EndsWith("\"See you!\"", (await writing.WriteAsync(Writing.Context(brief, DeliveryChannels.Sms))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_personal_message_that_would_cost_a_segment_is_left_out_and_the_rest_stays()
    {
        await using var writing = new Writing(o => Writing.Acme(o));
        var lengthy = Writing.Invitation() with { PersonalMessage = new('x', 200) };

        var message = await writing.WriteAsync(Writing.Context(lengthy, DeliveryChannels.Sms));

        Assert.DoesNotContain("xx", message.Text, StringComparison.Ordinal);
        Assert.Contains("Valid until 4 Dec", message.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_expiry_is_left_out_before_the_inviter_is_and_the_link_never()
    {
        await using var writing = new Writing(o => o.Branding = new() { Name = "The Amalgamated Bicycle Works" });
        var named = Writing.Invitation() with { InviterName = "Maximiliane Schwarzenberger", PersonalMessage = null };

        var message = await writing.WriteAsync(Writing.Context(named, DeliveryChannels.Sms));

        Assert.Equal(1, SmsSegments.Of(message.Text).Count);
        Assert.Contains("Maximiliane", message.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Valid", message.Text, StringComparison.Ordinal);
        Assert.Contains(Writing.Link, message.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nothing_fits_one_segment_the_fullest_of_the_shortest_is_sent()
    {
        await using var writing = new Writing(o => Writing.Acme(o));

        var message = await writing.WriteAsync(Writing.Context(Writing.Invitation("ar"), DeliveryChannels.Sms));

        Assert.Equal(2, SmsSegments.Of(message.Text).Count);
        Assert.Contains("Tina", message.Text, StringComparison.Ordinal);
        Assert.Contains(Writing.Link, message.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_code_is_in_the_text()
    {
        await using var writing = new Writing(o => Writing.Acme(o));
        var context = Writing.Context(channel: DeliveryChannels.Sms) with { Code = "7K3QM-9TFXA-R" };

        Assert.Contains("Code: 7K3QM-9TFXA-R", (await writing.WriteAsync(context)).Text, StringComparison.Ordinal);
    }
}
