using Invitations.Tests.Hosting;

namespace Invitations.Tests.Policies;

public sealed class GroupNameTests
{
    [Fact]
    public async Task A_group_out_of_reach_is_told_by_the_name_that_people_know_it_by()
    {
        using var host = new TestHost(new TenantSettings { Groups = [new("g-17", "Sales team"), new("g-18")] });

        var result = await host.InviteAsync(new Invite("ana@example.com") { Groups = ["g-17", "g-18"] }, inviter: Inviter.GroupAdmin("u-gina", ["design"]));

        Assert.Equal(["Sales team", "g-18"], result.Errors.Select(error => error.Arguments["group"]));
    }
}
