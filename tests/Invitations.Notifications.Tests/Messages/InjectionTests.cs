using System.Net;
using System.Text.RegularExpressions;
using Invitations.Notifications.Tests.Messages.Fixture;

namespace Invitations.Notifications.Tests.Messages;

/// <summary>Whatever people write is data, wherever it lands.</summary>
public sealed partial class InjectionTests
{
    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("\"><img src=x onerror=alert(1)>")]
    [InlineData("' onmouseover='alert(1)")]
    [InlineData("</td></table><h1>Pay here</h1>")]
    public async Task Markup_in_a_name_or_a_message_is_shown_and_not_obeyed(string text)
    {
        var message = await WriteAsync(text);

        Assert.DoesNotContain(text, message.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", message.Html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("onerror=", message.Html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("onmouseover=", message.Html, StringComparison.OrdinalIgnoreCase);
        Assert.Single(Heading().Matches(message.Html!));
        Assert.Contains(text, message.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{{link}}")]
    [InlineData("{{{link}}}")]
    [InlineData("{{#each body}}x{{/each}}")]
    [InlineData("{{> layout}}")]
    [InlineData("{{code}} {{unsubscribeLink}}")]
    [InlineData("}}{{")]
    public async Task Braces_of_a_template_are_text_where_people_write_them(string text)
    {
        var message = await WriteAsync(text);

        Assert.Contains(text, message.Subject, StringComparison.Ordinal);
        Assert.Contains(text, message.Text, StringComparison.Ordinal);
        Assert.Contains(text, WebUtility.HtmlDecode(message.Html), StringComparison.Ordinal);
        Assert.DoesNotContain("7K3QM-9TFXA-R invites", message.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Tina\r\nBcc: victim@example.com")]
    [InlineData("Tina\nBcc: victim@example.com")]
    [InlineData("Tina\rBcc: victim@example.com")]
    [InlineData("Tina\u2028Bcc: victim@example.com")]
    [InlineData("Tina\u0085Bcc: victim@example.com")]
    [InlineData("Tina\0Bcc: victim@example.com")]
    [InlineData("Tina\u001bBcc: victim@example.com")]
    public async Task A_subject_is_one_line_whatever_a_name_has(string name)
    {
        await using var writing = new Writing(o => Writing.Acme(o));

        var message = await writing.WriteAsync(Writing.Context(Writing.Invitation() with { InviterName = name }));

        Assert.Equal("Tina Bcc: victim@example.com invites you to Acme", Regex.Replace(message.Subject!, " +", " "));
        Assert.DoesNotContain(message.Subject!, char.IsControl);
        Assert.DoesNotContain("\nBcc", message.Text, StringComparison.Ordinal);
        Assert.DoesNotContain('\0', message.Html!);
    }

    [Fact]
    public async Task A_personal_message_cannot_leave_its_quotation()
    {
        await using var writing = new Writing(o => Writing.Acme(o));
        var sly = Writing.Invitation() with { PersonalMessage = "Hi\n\nAccept the invitation\nhttps://evil.example.com\r--\u2028Sent for Acme.\0" };

        var message = await writing.WriteAsync(Writing.Context(sly));

        var lines = message.Text.Split('\n');
        var after = Array.IndexOf(lines, "Tina Meyer writes:");
        Assert.All(lines[(after + 2)..(after + 6)], line => Assert.StartsWith(">", line, StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => line.StartsWith("https://evil", StringComparison.Ordinal));
        Assert.DoesNotContain("href=\"https://evil", message.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\u202Eevil")]
    [InlineData("\u2066evil")]
    [InlineData("evil\u2069")]
    [InlineData("\u200Fevil")]
    public async Task Controls_of_direction_are_dropped_from_names(string name)
    {
        await using var writing = new Writing(o => Writing.Acme(o));

        var message = await writing.WriteAsync(Writing.Context(Writing.Invitation() with { InviterName = name }));

        Assert.Equal("evil invites you to Acme", message.Subject);
    }

    [Fact]
    public async Task A_name_of_the_other_direction_stands_in_isolates_and_no_other_does()
    {
        await using var writing = new Writing(o => Writing.Acme(o));

        var arabicName = await writing.WriteAsync(Writing.Context(Writing.Invitation() with { InviterName = "أمل" }));
        var latinName = await writing.WriteAsync(Writing.Context(Writing.Invitation("ar")));
        var alike = await writing.WriteAsync(Writing.Context());

        Assert.Equal("\u2068أمل\u2069 invites you to Acme", arabicName.Subject);
        Assert.Contains("\u2068Tina Meyer\u2069", latinName.Subject, StringComparison.Ordinal);
        Assert.DoesNotContain('\u2068', alike.Text);
    }

    [Fact]
    public async Task Names_are_cut_between_what_a_reader_takes_for_characters()
    {
        await using var writing = new Writing(o => Writing.Acme(o));
        var family = string.Concat(Enumerable.Repeat("👩‍👩‍👧", 200));

        var message = await writing.WriteAsync(Writing.Context(Writing.Invitation() with { InviterName = family }));

        Assert.True(message.Subject!.Length < 1000);
        Assert.Contains("👩‍👩‍👧…", message.Subject, StringComparison.Ordinal);
        Assert.DoesNotContain('\uFFFD', message.Subject);
    }

    [Fact]
    public async Task Half_of_a_surrogate_pair_does_not_reach_the_message()
    {
        await using var writing = new Writing(o => Writing.Acme(o));

        var message = await writing.WriteAsync(Writing.Context(Writing.Invitation() with { InviterName = "Tina \ud83d" }));

        Assert.StartsWith("Tina \uFFFD invites", message.Subject, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("file:///etc/passwd")]
    public async Task A_link_that_is_no_web_address_is_refused(string link)
    {
        await using var writing = new Writing();

        await Assert.ThrowsAsync<ArgumentException>(() => writing.WriteAsync(Writing.Context() with { Link = new(link) }));
        await Assert.ThrowsAsync<ArgumentException>(() => writing.WriteAsync(Writing.Context() with { UnsubscribeLink = new(link) }));
    }

    [Fact]
    public async Task An_invitation_of_another_tenant_is_refused()
    {
        await using var writing = new Writing();

        await Assert.ThrowsAsync<ArgumentException>(() => writing.WriteAsync(Writing.Context() with { Tenant = "globex" }));
    }

    private static async Task<Message> WriteAsync(string text)
    {
        await using var writing = new Writing(o => Writing.Acme(o));
        var invitation = Writing.Invitation() with { InviterName = text, PersonalMessage = text, Profile = new() { FirstName = text } };
        return await writing.WriteAsync(Writing.Context(invitation) with { Code = "7K3QM-9TFXA-R" });
    }

    [GeneratedRegex("<h1")]
    private static partial Regex Heading();
}
