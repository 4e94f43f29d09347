using Microsoft.Extensions.DependencyInjection;
using Snippets;

namespace Invitations.Docs.Tests.Running;

[Collection(ConsoleCollection.Name)]
public sealed class JoiningExampleTests
{
    [Fact]
    public async Task A_person_lists_and_accepts_without_a_link()
    {
        await using var host = new ExampleHost();
        var invited = await host.InviteAsync(new("ana@example.com"));
        var example = Example(host);

        var lines = await Printed.LinesAsync(async () =>
        {
            await example.ListAsync("user-ana", "ana@example.com");
            await example.AcceptAsync(Acceptor.User("user-ana", ["ana@example.com"]), [new(host.Tenant, invited.InvitationId!.Value)]);
        });

        Assert.Equal(Printed.Promised("my-invitations", "accept-mine"), lines);
    }

    [Fact]
    public async Task The_inviter_hears_of_late_comers_and_of_those_who_join()
    {
        var inboxes = new Inboxes();
        await using var host = new ExampleHost(services => services
            .AddSingleton(inboxes)
            .AddScoped<IInvitationEventHandler, TellTheInviter>());
        var token = (await host.SecretsOfAsync(await host.InviteAsync(new("ana@example.com") { FirstName = "Ana" }))).Token;
        var late = (await host.SecretsOfAsync(await host.InviteAsync(new("ben@example.com") { FirstName = "Ben" }))).Token;
        await host.Acceptance.AcceptAsync(token, Acceptor.User("user-ana", ["ana@example.com"]), cancellationToken: TestContext.Current.CancellationToken);
        host.Time.Advance(TimeSpan.FromDays(40));

        var answer = await Example(host).AskForNewLinkAsync(late);

        Assert.StartsWith("If this invitation", answer, StringComparison.Ordinal);
        Assert.Equal([("user-tina", "Ana has joined."), ("user-tina", "Ben came too late and asks for a new link.")], inboxes.Messages);
    }

    [Fact]
    public async Task Who_is_suppressed_is_not_invited_until_the_entry_is_removed()
    {
        await using var host = new ExampleHost();
        var example = new Suppressing(host.Get<ISuppressionList>(), host.Acceptance);

        var (tenant, everywhere) = await example.AddAsync(host.Tenant, host.Admin);
        Assert.True(tenant.Succeeded && everywhere.Succeeded);
        Assert.False((await host.InviteAsync(new("ana@example.com"))).Succeeded);
        Assert.False((await host.InviteAsync(new("ben@example.com"))).Succeeded);
        await example.RemoveAsync(host.Tenant, host.Admin);

        var invited = await host.InviteAsync(new("ana@example.com"));
        Assert.True((await example.DeclineAsync((await host.SecretsOfAsync(invited)).Token)).Succeeded);
        Assert.False((await host.InviteAsync(new("ana@example.com"))).Succeeded);
    }

    private static Joining Example(ExampleHost host) =>
        new(host.Get<IMyInvitations>(), host.Get<INewLinkRequests>());
}
