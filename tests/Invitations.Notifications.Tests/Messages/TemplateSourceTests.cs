using Invitations.Notifications.Tests.Messages.Fixture;
using Microsoft.Extensions.DependencyInjection;

namespace Invitations.Notifications.Tests.Messages;

public sealed class TemplateSourceTests
{
    private readonly Shelf _shelf = new();
    private readonly OtherShelf _other = new();

    [Fact]
    public async Task The_hosts_words_take_the_place_of_the_built_in_ones_and_the_rest_stays()
    {
        _shelf.Put(new() { Language = "en", Subject = "{{inviter}} wants you", Button = "Come in" });
        await using var writing = Open();

        var message = await writing.WriteAsync(Writing.Context());

        Assert.Equal("Tina Meyer wants you", message.Subject);
        Assert.Contains(">Come in</a>", message.Html, StringComparison.Ordinal);
        Assert.Contains("Come in\nhttps://", message.Text, StringComparison.Ordinal);
        Assert.Contains("has invited you to join Acme", message.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_first_source_that_has_a_part_is_the_one_that_counts()
    {
        _shelf.Put(new() { Language = "en", Subject = "first" });
        _other.Put(new() { Language = "en", Subject = "second", Button = "second" });
        await using var writing = Open(o => o.Templates.Add(new(DeliveryChannels.Email, new() { Language = "en", Subject = "third", Button = "third", Heading = "third" })));

        var message = await writing.WriteAsync(Writing.Context());

        Assert.Equal("first", message.Subject);
        Assert.Contains(">second</a>", message.Html, StringComparison.Ordinal);
        Assert.Contains(">third</h1>", message.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_source_is_told_what_is_looked_for()
    {
        await using var writing = Open(o => o.Branding = o.Branding with { Language = "fr" });

        await writing.WriteAsync(Writing.Context(Writing.Invitation("nl-BE"), DeliveryChannels.Sms, MessagePurpose.Reminder));

        var asked = Assert.Single(_shelf.Asked);
        Assert.Equal(("acme", DeliveryChannels.Sms, MessagePurpose.Reminder), (asked.Tenant.Value, asked.Channel, asked.Purpose));
        Assert.Equal(["nl-BE", "nl", "fr", "en"], asked.Languages);
    }

    [Fact]
    public async Task A_region_adds_to_its_language()
    {
        _shelf.Put(new() { Language = "nl-BE", Button = "Uitnodiging aannemen" });
        await using var writing = Open();

        var message = await writing.WriteAsync(Writing.Context(Writing.Invitation("nl-BE")));

        Assert.Equal("nl-BE", message.Language);
        Assert.Contains("Uitnodiging aannemen", message.Text, StringComparison.Ordinal);
        Assert.Contains("nodigt je uit", message.Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_language_that_is_not_complete_is_passed_over_as_a_whole()
    {
        _shelf.Put(new() { Language = "tr", Subject = "{{organization}} daveti" });
        await using var writing = Open();

        var message = await writing.WriteAsync(Writing.Context(Writing.Invitation("tr")));

        Assert.Equal(("en", "Tina Meyer invites you to Acme"), (message.Language, message.Subject));
        Assert.Contains(writing.Log.Lines, line => line.Contains("not complete", StringComparison.Ordinal) && line.Contains("Button", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_language_of_the_hosts_own_is_used_with_its_own_dates()
    {
        _shelf.Put(Turkish());
        await using var writing = Open();

        var message = await writing.WriteAsync(Writing.Context(Writing.Invitation("tr")));

        Assert.Equal("tr", message.Language);
        Assert.Contains("Cuma 4 Aralık", message.Text, StringComparison.Ordinal);
        Assert.Contains("lang=\"tr\"", message.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_template_with_a_mistake_is_logged_and_passed_over_as_a_whole()
    {
        _shelf.Put(new() { Language = "en", Subject = "fine", Button = "{{oops}}" });
        await using var writing = Open();

        var message = await writing.WriteAsync(Writing.Context());

        Assert.Equal("Tina Meyer invites you to Acme", message.Subject);
        Assert.Contains(writing.Log.Lines, line => line.StartsWith("6101", StringComparison.Ordinal) && line.Contains("en, Button, line 1: 'oops' is not known here", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Words_without_a_language_are_a_mistake()
    {
        _shelf.Put(new() { Subject = "fine" });
        await using var writing = Open();

        Assert.Equal("Tina Meyer invites you to Acme", (await writing.WriteAsync(Writing.Context())).Subject);
        Assert.Contains(writing.Log.Lines, line => line.Contains("does not say in which language", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_layout_of_the_hosts_own_serves_every_language_and_encodes_as_the_built_in_one_does()
    {
        _shelf.Put(new() { Html = "<html lang=\"{{language}}\"><b>{{heading}}</b><i>{{inviter}}</i><a href=\"{{link}}\">{{button}}</a></html>" });
        await using var writing = Open();

        var message = await writing.WriteAsync(Writing.Context(Writing.Invitation("de") with { InviterName = "<Tina>" }));

        Assert.Equal(
            $"<html lang=\"de\"><b>Ihre Einladung zu Acme</b><i>&lt;Tina&gt;</i><a href=\"{Writing.Link}\">Einladung annehmen</a></html>",
            message.Html);
        Assert.Contains("<Tina> lädt Sie ein", message.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_both_layouts_a_language_needs_a_subject_only()
    {
        _shelf.Put(new() { Language = "tr", Subject = "Davet", Html = "<p>{{link}}</p>", Text = "Buyurun: {{link}}" });
        await using var writing = Open();

        var message = await writing.WriteAsync(Writing.Context(Writing.Invitation("tr")));

        Assert.Equal(("tr", "Davet", $"Buyurun: {Writing.Link}\n"), (message.Language, message.Subject, message.Text));
    }

    [Fact]
    public async Task A_text_message_of_the_hosts_own_may_have_the_personal_message()
    {
        _shelf.Put(new() { Language = "en", Text = "{{organization}} {{link}} {{message}}" });
        await using var writing = Open();

        var message = await writing.WriteAsync(Writing.Context(Writing.Invitation() with { PersonalMessage = "Hi\nthere" }, DeliveryChannels.Sms));

        Assert.Equal($"Acme {Writing.Link} Hi there", message.Text);
    }

    [Fact]
    public async Task The_templates_of_one_tenant_are_nobody_elses()
    {
        _shelf.Put(new() { Language = "en", Subject = "of acme" }, "acme");
        _shelf.Put(new() { Language = "en", Subject = "of Acme" }, "Acme");
        await using var writing = Open(o => o.Templates.Add(new(DeliveryChannels.Email, new() { Language = "en", Heading = "Umbrella" }) { Tenant = "umbrella" }));

        async Task<Message> OfAsync(string tenant) => await writing.WriteAsync(Writing.Context(Writing.Invitation() with { Tenant = tenant }));

        Assert.Equal("of acme", (await OfAsync("acme")).Subject);
        Assert.Equal("of Acme", (await OfAsync("Acme")).Subject);
        Assert.Equal("Tina Meyer invites you to Acme", (await OfAsync("globex")).Subject);
        Assert.DoesNotContain("Umbrella", (await OfAsync("acme")).Html, StringComparison.Ordinal);
        Assert.Contains("Umbrella", (await OfAsync("umbrella")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Templates_are_asked_for_once_a_minute_and_at_once_after_they_were_forgotten()
    {
        await using var writing = Open();
        await writing.WriteAsync(Writing.Context());
        await writing.WriteAsync(Writing.Context());
        Assert.Single(_shelf.Asked);

        _shelf.Put(new() { Language = "en", Subject = "new" });
        Assert.Equal("Tina Meyer invites you to Acme", (await writing.WriteAsync(Writing.Context())).Subject);
        writing.Cache.Forget("globex");
        Assert.Equal("Tina Meyer invites you to Acme", (await writing.WriteAsync(Writing.Context())).Subject);
        writing.Cache.Forget("acme");
        Assert.Equal("new", (await writing.WriteAsync(Writing.Context())).Subject);

        _shelf.Templates.Clear();
        writing.Time.Now += TimeSpan.FromMinutes(1);
        Assert.Equal("Tina Meyer invites you to Acme", (await writing.WriteAsync(Writing.Context())).Subject);
    }

    [Fact]
    public async Task What_goes_wrong_in_a_source_reaches_the_caller()
    {
        await using var writing = new Writing(build: builder => builder.AddMessageTemplates<Unreachable>());

        await Assert.ThrowsAsync<TimeoutException>(() => writing.WriteAsync(Writing.Context()));
    }

    private Writing Open(Action<MessageOptions>? configure = null) => new(
        o =>
        {
            Writing.Acme(o);
            configure?.Invoke(o);
        },
        builder =>
        {
            builder.AddMessageTemplates<Shelf>().AddMessageTemplates<OtherShelf>().AddMessageTemplates<Shelf>();
            var lists = builder.Services.Where(service => service.ServiceType == typeof(IMessageTemplateSource)).ToList();
            Assert.Equal(2, lists.Count);
            lists.ForEach(service => builder.Services.Remove(service));
            builder.Services.AddSingleton<IMessageTemplateSource>(_shelf).AddSingleton<IMessageTemplateSource>(_other);
        });

    private static MessageTemplate Turkish()
    {
        var english = BuiltInTexts.Find("en")!.Find(DeliveryChannels.Email, MessagePurpose.Invitation)!;
        return english with { Language = "tr", Subject = "{{organization}} daveti" };
    }

    private sealed class Unreachable : IMessageTemplateSource
    {
        public ValueTask<IReadOnlyList<MessageTemplate>> FindAsync(MessageTemplateContext context, CancellationToken cancellationToken) => throw new TimeoutException();
    }
}
