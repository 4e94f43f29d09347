using Microsoft.Extensions.DependencyInjection;
using Snippets;
using Snippets.Extending;

namespace Invitations.Docs.Tests.Running;

[Collection(ConsoleCollection.Name)]
public sealed class RegisteringExampleTests
{
    [Fact]
    public async Task The_page_says_the_same_and_the_mailbox_what_to_do()
    {
        var mailbox = new Mailbox();
        await using var host = new ExampleHost(settings: Registering.Settings());
        await host.InviteAsync(new("ana@example.com"));
        var example = new Registering(host.Get<IRegistrations>(), mailbox);

        var answers = new[] { await example.DecideAsync("ana@example.com", host.Tenant), await example.DecideAsync("ben@example.com", host.Tenant), await example.DecideAsync("eve@example.net", host.Tenant) };

        Assert.Single(answers.Distinct());
        Assert.StartsWith("If you can register with this address", answers[0], StringComparison.Ordinal);
        Assert.Equal(
            ["You are invited", "Please confirm that", "Please ask somebody"],
            mailbox.Queued.Select(message => string.Join(' ', message.Text.Split(' ', '.').Take(3))));
    }

    [Fact]
    public async Task Somebody_of_the_domain_joins_by_themselves()
    {
        await using var host = new ExampleHost(services => services.AddScoped<IInvitationAcceptanceHandler, AddMember>(), Registering.Settings());
        var example = new Registering(host.Get<IRegistrations>(), new());

        var lines = await Printed.LinesAsync(() => example.RegisterAsync(host.Tenant, "form-1", "ana@example.com"));

        Assert.Equal(Printed.Promised("self-register"), lines);
        Assert.Equal("member", Assert.Single(Assert.Single(host.Get<Members>().All).Grant.Roles));
    }
}
