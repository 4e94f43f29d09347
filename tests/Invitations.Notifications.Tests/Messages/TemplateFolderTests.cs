using Invitations.Notifications.Tests.Messages.Fixture;
using Microsoft.Extensions.Options;

namespace Invitations.Notifications.Tests.Messages;

public sealed class TemplateFolderTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("templates");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_file_of_a_language_takes_the_place_of_built_in_words()
    {
        Put("nl.txt", """
            # words of our own
            [email]
            Button: Doe mee

            [email.invitation]
            Subject: {{inviter}} vraagt je erbij
            Body: Eerste alinea van {{inviter}}.
              Tweede alinea.

            [sms]
            Text: Kom erbij: {{link}}
            """);
        await using var writing = Open();

        var mail = await writing.WriteAsync(Writing.Context(Writing.Invitation("nl")));
        var reminder = await writing.WriteAsync(Writing.Context(Writing.Invitation("nl"), purpose: MessagePurpose.Reminder));
        var sms = await writing.WriteAsync(Writing.Context(Writing.Invitation("nl"), DeliveryChannels.Sms));

        Assert.Equal("Tina Meyer vraagt je erbij", mail.Subject);
        Assert.Contains("Eerste alinea van Tina Meyer.\n\nTweede alinea.\n", mail.Text, StringComparison.Ordinal);
        Assert.Contains("Doe mee\nhttps", mail.Text, StringComparison.Ordinal);
        Assert.Equal("Herinnering: je uitnodiging voor Acme", reminder.Subject);
        Assert.Contains("Doe mee\nhttps", reminder.Text, StringComparison.Ordinal);
        Assert.Equal($"Kom erbij: {Writing.Link}", sms.Text);
    }

    [Fact]
    public async Task The_folder_of_a_tenant_goes_before_and_is_nobody_elses()
    {
        Put("en.txt", "[email.invitation]\nSubject: for all\nHeading: for all");
        Put("layout.text", "{{heading}} {{link}}");
        Put("tenants/acme/en.txt", "[email.invitation]\nSubject: for acme");
        Put("tenants/globex/layout.html", "<p>{{subject}}</p>");
        await using var writing = Open();

        var acme = await writing.WriteAsync(Writing.Context());
        var globex = await writing.WriteAsync(Writing.Context(Writing.Invitation() with { Tenant = "globex" }));

        Assert.Equal(("for acme", $"for all {Writing.Link}\n"), (acme.Subject, acme.Text));
        Assert.Equal(("for all", "<p>for all</p>"), (globex.Subject, globex.Html));
        Assert.StartsWith("<!DOCTYPE html>", acme.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../outside")]
    [InlineData("ACME")]
    [InlineData("acme/../acme")]
    [InlineData(".")]
    public async Task The_id_of_a_tenant_is_no_path(string tenant)
    {
        Put("tenants/acme/en.txt", "[email.invitation]\nSubject: for acme");
        Put("outside/en.txt", "[email.invitation]\nSubject: for nobody");
        await using var writing = Open();

        var message = await writing.WriteAsync(Writing.Context(Writing.Invitation() with { Tenant = tenant }));

        Assert.StartsWith("Tina Meyer invites you", message.Subject, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[email.invitation]\nSubject: {{oops}}", "en.txt: [email.invitation] Subject: 'oops' is not known here")]
    [InlineData("[email.invitation]\nBody: one\n  two {{oops}}", "en.txt: [email.invitation] Body, line 2: 'oops' is not known here")]
    [InlineData("[email.invitation]\nTitle: x", "[email.invitation] has no 'Title'. There are: Subject, Preheader")]
    [InlineData("[email.welcome]\nSubject: x", "[email.welcome] is no section")]
    [InlineData("Subject: x", "[] is no section")]
    [InlineData("[email.invitation\nSubject: x", "line 1: The section is not closed")]
    [InlineData("[email.invitation]\nSubject x", "line 2: Expected 'Name: text'")]
    [InlineData("  indented", "line 1: An indented line goes on")]
    [InlineData("[email]\nButton: x\nButton: y", "line 3: 'Button' is there twice in [email].")]
    [InlineData("[dates]\nDays: a, b", "[dates] Days must have 7 words, has 2.")]
    [InlineData("[sms]\nText: {{heading}}", "'heading' is not known here")]
    public async Task A_file_with_a_mistake_does_not_let_the_host_start(string content, string problem)
    {
        Put("en.txt", content);
        await using var writing = Open();

        var thrown = await Assert.ThrowsAsync<OptionsValidationException>(() => writing.WriteAsync(Writing.Context()));

        Assert.Contains("INV030: MessageOptions.TemplateFolder cannot be used", thrown.Message, StringComparison.Ordinal);
        Assert.Contains(problem, thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_is_not_there_does_not_let_the_host_start()
    {
        await using var writing = new Writing(o => o.TemplateFolder = Path.Combine(_folder.FullName, "nowhere"));

        var thrown = await Assert.ThrowsAsync<OptionsValidationException>(() => writing.WriteAsync(Writing.Context()));

        Assert.Contains("INV030", thrown.Message, StringComparison.Ordinal);
        Assert.Contains("There is no folder", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_changed_is_read_again_and_one_that_is_spoilt_is_not()
    {
        Put("en.txt", "[email.invitation]\nSubject: one");
        await using var writing = Open();
        Assert.Equal("one", await SubjectAsync(writing));

        Put("en.txt", "[email.invitation]\nSubject: second");
        Assert.Equal("one", await SubjectAsync(writing));
        writing.Time.Now += TimeSpan.FromMinutes(1);
        Assert.Equal("second", await SubjectAsync(writing));

        Put("en.txt", "[email.invitation]\nSubject: {{oops}}");
        writing.Time.Now += TimeSpan.FromMinutes(1);
        Assert.Equal("second", await SubjectAsync(writing));
        Assert.Contains(writing.Log.Lines, line => line.StartsWith("6102", StringComparison.Ordinal) && line.Contains("'oops' is not known here", StringComparison.Ordinal));

        Put("en.txt", "[email.invitation]\nSubject: repaired");
        writing.Time.Now += TimeSpan.FromMinutes(1);
        Assert.Equal("repaired", await SubjectAsync(writing));
    }

    private static async Task<string?> SubjectAsync(Writing writing) => (await writing.WriteAsync(Writing.Context())).Subject;

    private Writing Open() => new(o => Writing.Acme(o).TemplateFolder = _folder.FullName);

    private void Put(string name, string content)
    {
        var path = Path.Combine(_folder.FullName, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
    }
}
