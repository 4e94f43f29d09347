namespace Invitations.Docs.Tests.Running;

[Collection(ConsoleCollection.Name)]
public sealed class LinksExampleTests
{
    [Fact]
    public async Task A_link_lets_in_whom_it_is_for_and_is_dead_after_it_was_turned_off_and_on()
    {
        await using var host = new ExampleHost();
        var example = ExampleOf(host);
        var link = await example.MakeAsync();
        var token = await example.ShowAsync(link);

        var ana = await example.JoinAsync(token, "user-ana", ["ana@example.com"]);
        var eve = await example.JoinAsync(token, "user-eve", ["eve@example.net"]);
        var on = await example.RenewAsync(link);
        var late = await example.JoinAsync(token, "user-late", ["late@example.com"]);

        Assert.Equal("user-ana", ana.Acceptance!.UserId);
        Assert.Equal(InvitationErrorCodes.LinkDomainNotAllowed, Assert.Single(eve.Errors).Code);
        Assert.True(on.Link!.IsActive);
        Assert.Equal(InvitationErrorCodes.TokenSuperseded, Assert.Single(late.Errors).Code);
        Assert.Equal(["user-ana"], (await example.WhoAsync(link)).Select(invitation => invitation.AcceptedBy!));
    }

    [Fact]
    public async Task Somebody_signs_up_by_a_link_once_for_each_form()
    {
        await using var host = new ExampleHost(services => Microsoft.Extensions.DependencyInjection.ServiceCollectionServiceExtensions
            .AddScoped<IInvitationAcceptanceHandler, Snippets.Extending.AddMember>(services));
        var example = ExampleOf(host);
        var token = await example.ShowAsync(await example.MakeAsync());

        var first = await example.SignUpAsync(token, "form-7", "ana@example.com");
        var second = await example.SignUpAsync(token, "form-7", "ana@example.com");

        Assert.Equal((false, true), (first.Acceptance!.IsRepeat, second.Acceptance!.IsRepeat));
        Assert.Equal(first.Acceptance.UserId, second.Acceptance.UserId);
    }

    private static Snippets.Links ExampleOf(ExampleHost host) =>
        new(host.Get<IInvitationLinks>(), host.Get<IInvitationJoining>(), host.Queries, host.Tenant, host.Admin);
}
