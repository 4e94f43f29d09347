using Invitations.Tests.Accepting.Fixture;
using Microsoft.Extensions.DependencyInjection;

namespace Invitations.Tests.Links;

public sealed class LinkSecrecyTests
{
    [Fact]
    public async Task Nothing_but_showing_it_tells_the_token_of_a_link()
    {
        await using var site = new Site();
        var link = await site.CreateLinkAsync();
        var shown = (await site.ShowLinkAsync(link.Id)).Secrets!;

        Assert.Equal($"https://app.example.com/join/link/{shown.Token}", shown.Link.AbsoluteUri);
        Assert.Null(shown.Code);
        await site.JoinAsync(shown.Token, Acceptor.User("u-ana"));
        var told = new object?[] { link, await site.FindLinkAsync(link.Id), (await site.ListLinksAsync()).Items[0] }
            .Concat((await site.LinkHistoryAsync(link.Id))!)
            .Concat(await site.UsesAsync(link))
            .Select(item => System.Text.Json.JsonSerializer.Serialize(item))
            .Concat(site.Logs.Lines.Select(line => line.Text))
            .Append(shown.ToString());
        Assert.All(told, text => Assert.DoesNotContain(shown.Token, text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_log_names_neither_the_link_nor_who_came_by_it()
    {
        await using var site = new Site();
        var link = await site.CreateLinkAsync(new() { Name = "Secret project" });

        await site.JoinAsync(await site.LinkTokenAsync(link.Id), Acceptor.User("u-ana", ["ana@example.com"]));

        Assert.Contains(site.Logs.Lines, line => line.Event == "Joined");
        Assert.All(site.Logs.Lines, line =>
        {
            Assert.DoesNotContain("Secret project", line.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("ana@", line.Text, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task The_host_is_told_of_links_and_of_who_came_by_them()
    {
        var told = new Told();
        await using var site = new Site(services: services => services.AddSingleton<IInvitationEventHandler>(told));
        var link = await site.CreateLinkAsync();
        await site.EditLinkAsync(link.Id, new() { Name = "Day shift" });
        await site.JoinAsync(await site.LinkTokenAsync(link.Id), Acceptor.User("u-ana"));
        await site.JoinAsync(await site.LinkTokenAsync(link.Id), Acceptor.User("u-ana"));
        await site.DeactivateLinkAsync(link.Id);
        await site.DeactivateLinkAsync(link.Id);
        await site.ActivateLinkAsync(link.Id);

        Assert.Equal(["Created", "Edited", "Accepted", "Deactivated", "Activated"], told.Kinds);
    }

    private sealed class Told : IInvitationEventHandler
    {
        public List<string> Kinds { get; } = [];

        public ValueTask HandleAsync(InvitationEventContext context, CancellationToken cancellationToken)
        {
            Kinds.AddRange(context.Events.Select(happened => happened.Kind.ToString()));
            Kinds.AddRange(context.LinkEvents.Select(happened => happened.Kind.ToString()));
            return ValueTask.CompletedTask;
        }
    }
}
