using Snippets;

namespace Invitations.Docs.Tests.Running;

public sealed class OrganisationExampleTests
{
    [Fact]
    public async Task Rules_add_groups_and_a_manager_becomes_an_account()
    {
        await using var host = new ExampleHost(Organisation.Register, Organisation.Settings());
        host.Get<Members>().Add("user-grace", "grace@example.com", host.Tenant, Grant.Member);
        var ana = new Invite("ana@example.com") { Department = "Sales", LineManager = "grace@example.com", StartDate = new(2026, 3, 2) };
        var ben = new Invite("ben@example.com") { Department = "Kitchen", LineManager = "nobody@example.com" };

        var (first, second) = (await host.InviteAsync(ana, new() { DryRun = true }), await host.InviteAsync(ben, new() { DryRun = true }));

        Assert.Equal(["sales", "starters"], first.DynamicGroups);
        Assert.Empty(first.Warnings);
        Assert.Empty(second.DynamicGroups);
        Assert.Equal(InvitationErrorCodes.LineManagerUnknown, Assert.Single(second.Warnings).Code);
    }
}
