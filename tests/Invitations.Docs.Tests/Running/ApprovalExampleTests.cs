using Snippets;

namespace Invitations.Docs.Tests.Running;

[Collection(ConsoleCollection.Name)]
public sealed class ApprovalExampleTests
{
    private static readonly Inviter Mia = Inviter.Member("user-mia");

    [Fact]
    public async Task An_administrator_answers_what_a_member_asked_for()
    {
        await using var host = new ExampleHost(settings: Approvals.Settings());
        foreach (var email in (string[])["ana@example.com", "bob@example.com"])
        {
            var asked = await host.Invitations.InviteAsync(host.Tenant, new(email), Mia, cancellationToken: TestContext.Current.CancellationToken);
            Assert.Equal(InviteOutcome.AwaitingApproval, asked.Outcome);
        }

        var lines = await Printed.LinesAsync(() => new Approvals(host.Get<IInvitationApprovals>(), host.Tenant, host.Admin).AnswerAsync());

        Assert.Equal(Printed.Promised("approve"), lines);
        var left = await host.Get<IInvitationApprovals>().ListAsync(host.Tenant, host.Admin, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Empty(left.Items);
    }

    [Fact]
    public async Task A_stranger_asks_to_join()
    {
        await using var host = new ExampleHost(settings: Approvals.SettingsForJoining());

        var lines = await Printed.LinesAsync(() =>
            Approvals.AskAsync(host.Get<IJoinRequests>(), host.Tenant, new("ana@example.com", "Ana", "Hello"), "198.51.100.7"));

        Assert.Equal(Printed.Promised("request-to-join"), lines);
        var request = Assert.Single((await host.Get<IInvitationApprovals>()
            .ListAsync(host.Tenant, host.Admin, cancellationToken: TestContext.Current.CancellationToken)).Items);
        Assert.Equal((InvitationOrigin.JoinRequest, "Ana"), (request.Origin, request.Profile.FirstName));
    }
}
