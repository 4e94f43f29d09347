using Invitations.Notifications.Tests.Messages.Fixture;

namespace Invitations.Notifications.Tests.Messages;

public sealed class EmailTests
{
    [Fact]
    public async Task The_text_part_says_everything_that_the_HTML_says()
    {
        await using var writing = new Writing(o => o.Branding = new()
        {
            Name = "Acme",
            Product = "Planwell",
            SupportAddress = "help@example.com",
            Footer = "1 Example Street\nLondon",
            TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Brussels"),
        });
        var context = Writing.Context() with { Code = "7K3QM-9TFXA-R", UnsubscribeLink = new("https://app.example.com/never/x") };

        var message = await writing.WriteAsync(context);

        Assert.Equal(
            $"""
            Hello Ana,

            Tina Meyer has invited you to join Acme.

            Tina Meyer writes:

            > Hi Ana,
            > see you on Monday!

            Group: Design

            Accept the invitation
            {Writing.Link}

            Your access code
            7K3QM-9TFXA-R

            This invitation is valid until Friday 4 December.

            If you did not expect this invitation, you can ignore this message. Nothing happens until you accept.

            Questions? Write to help@example.com.

            --
            Sent with Planwell for Acme.
            1 Example Street
            London

            Never invite me again
            https://app.example.com/never/x

            """.ReplaceLineEndings("\n"),
            message.Text);
        foreach (var line in message.Text.Split('\n').Where(line => line.Length > 2))
            Assert.Contains(line.TrimStart('>', ' '), message.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Groups_are_named_as_people_call_them_and_one_that_carries_a_link_is_not()
    {
        await using var writing = new Writing(o => Writing.Acme(o));
        var invitation = Writing.Invitation() with { Grant = new() { Groups = ["design", "research", "bad", "gone"] } };

        var message = await writing.WriteAsync(Writing.Context(invitation));

        Assert.Contains("Groups: Design, Research & Care\n", message.Text, StringComparison.Ordinal);
        Assert.Contains("Groups: Design, Research &amp; Care<", message.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(MessagePurpose.Accepted)]
    [InlineData(MessagePurpose.DeliveryFailed)]
    public async Task A_notice_to_the_inviter_has_no_secret_and_nothing_to_accept(MessagePurpose purpose)
    {
        await using var writing = new Writing(o => Writing.Acme(o));
        var context = Writing.Context(purpose: purpose) with { Code = "7K3QM-9TFXA-R", UnsubscribeLink = new("https://app.example.com/never/x"), FailureReason = "550 no such mailbox" };

        var message = await writing.WriteAsync(context);

        Assert.StartsWith("Hello Tina Meyer,", message.Text, StringComparison.Ordinal);
        foreach (var hidden in new[] { "7K3QM", "never/x", "see you on Monday", "valid until", "ignore this message" })
        {
            Assert.DoesNotContain(hidden, message.Text, StringComparison.Ordinal);
            Assert.DoesNotContain(hidden, message.Html, StringComparison.Ordinal);
        }

        Assert.Equal(purpose is MessagePurpose.DeliveryFailed, message.Text.Contains("ana@example.com", StringComparison.Ordinal));
        Assert.Equal(purpose is MessagePurpose.DeliveryFailed, message.Text.Contains("550 no such mailbox", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_person_without_a_name_is_called_by_the_address()
    {
        await using var writing = new Writing(o => Writing.Acme(o));
        var nameless = Writing.Invitation() with { Profile = Profile.Empty };

        Assert.Equal("ana@example.com accepted your invitation to Acme", (await writing.WriteAsync(Writing.Context(nameless, purpose: MessagePurpose.Accepted))).Subject);
    }

    [Fact]
    public async Task Somebody_who_has_an_account_is_told_what_was_given_and_where_it_is()
    {
        await using var writing = new Writing(o => o.Branding = new() { Name = "Acme", HomePage = new("https://app.example.com/home") });
        var grant = new DirectGrantContext
        {
            Tenant = "acme",
            Account = new() { UserId = "user-ana", Email = "ana@example.com" },
            Grant = new() { Groups = ["design"] },
            Inviter = Inviter.OrganizationAdmin("user-tina", "Tina Meyer"),
            Metadata = new Dictionary<string, string>(),
        };

        var message = await writing.WriteAsync(MessageContext.ForDirectGrant(grant, DeliveryChannels.Email) with { Language = "nl" });

        Assert.Equal("Tina Meyer heeft je toegevoegd aan Acme", message.Subject);
        Assert.Contains("Groep: Design", message.Text, StringComparison.Ordinal);
        Assert.Contains("https://app.example.com/home", message.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Messages_written_at_once_do_not_mix()
    {
        await using var writing = new Writing(o => Writing.Acme(o));
        var languages = new[] { "en", "de", "ar", "nl" };

        await Parallel.ForEachAsync(Enumerable.Range(0, 400), TestContext.Current.CancellationToken, async (number, _) =>
        {
            var name = $"Inviter{number}x";
            var message = await writing.WriteAsync(Writing.Context(Writing.Invitation(languages[number % 4]) with { InviterName = name, PersonalMessage = name }));
            Assert.Equal(languages[number % 4], message.Language);
            foreach (var text in new[] { message.Subject!, message.Text, message.Html! })
            {
                Assert.Contains(name, text, StringComparison.Ordinal);
                Assert.DoesNotContain("Inviter", text.Replace(name, "", StringComparison.Ordinal), StringComparison.Ordinal);
            }
        });
    }
}
