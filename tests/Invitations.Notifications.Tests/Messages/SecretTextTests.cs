namespace Invitations.Notifications.Tests.Messages;

public sealed class SecretTextTests
{
    private const string Token = "AQFlKWJWAaIBU";

    [Fact]
    public void Neither_a_message_nor_its_context_shows_the_link_as_text()
    {
        var context = new MessageContext
        {
            Tenant = "acme",
            Channel = DeliveryChannels.Email,
            Purpose = MessagePurpose.Invitation,
            Invitation = new()
            {
                Id = Guid.Empty,
                Tenant = "acme",
                Recipient = new() { Email = "ana@example.com" },
                Grant = Grant.Member,
                InvitedBy = "user-tina",
                Status = InvitationStatus.Pending,
                SecretVersion = 1,
                SecretKeyId = 1,
                CreatedAt = DateTimeOffset.UnixEpoch,
            },
            Link = new($"https://app.example.com/join/{Token}"),
            Code = Token,
        };
        var message = new Message { Language = "en", IsRightToLeft = false, Text = Token, Html = Token, Subject = Token };

        Assert.DoesNotContain(Token, context.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Token, message.ToString(), StringComparison.Ordinal);
    }
}
