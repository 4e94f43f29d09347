using Snippets;

namespace Invitations.Docs.Tests.Running;

[Collection(ConsoleCollection.Name)]
public sealed class AuthorityExampleTests
{
    [Fact]
    public async Task Members_bring_guests_and_nobody_else()
    {
        await using var host = new ExampleHost(settings: Authority.Settings() with { Guests = new() { GroupRequired = false } });
        var mia = Inviter.Member("user-mia");

        var member = await host.Invitations.InviteAsync(host.Tenant, new("ana@example.com"), mia, cancellationToken: TestContext.Current.CancellationToken);
        var guest = await host.Invitations.InviteAsync(
            host.Tenant, new("bob@example.com") { Kind = GrantKind.Guest }, mia, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(InvitationErrorCodes.KindNotPermitted, Assert.Single(member.Errors).Code);
        Assert.True(guest.Succeeded);
    }

    [Fact]
    public async Task What_somebody_leaves_is_handed_over()
    {
        await using var host = new ExampleHost();
        var gina = Inviter.OrganizationAdmin("user-gina");
        var invited = await host.Invitations.InviteAsync(host.Tenant, new("ana@example.com"), gina, cancellationToken: TestContext.Current.CancellationToken);

        var lines = await Printed.LinesAsync(() => Authority.HandOverAsync(host.Get<IInviterDepartures>(), host.Tenant, host.Admin));

        Assert.Equal(Printed.Promised("settle-departure"), lines);
        var invitation = await host.Queries.FindAsync(host.Tenant, invited.InvitationId!.Value, host.Admin, TestContext.Current.CancellationToken);
        Assert.Equal("user-tina", invitation!.InvitedBy);
    }
}
