using Invitations;
using Microsoft.Extensions.DependencyInjection;

namespace Quickstart;

/// <summary>A second, short program: one link for many people, registration codes for whoever holds one, and an invitation that needs a yes.</summary>
public static class LinksAndCodes
{
    public static async Task RunAsync()
    {
        // 1. Wire it up, as in the first program.
        var services = new ServiceCollection();
        services.AddSingleton<Members>();
        services.AddInvitations(o =>
            {
                o.BaseUrl = new Uri("https://app.example.com/join");
                o.Defaults = new TenantSettings
                {
                    Groups = [new Group("design", "Design team")],
                    Authority = new() { MembersInvite = true },
                    Approval = new() { Members = true },
                };
            })
            .UseEphemeralKeys()
            .AddAcceptanceHandler<CreateMember>();
        await using var provider = services.BuildServiceProvider();
        await using var scope = provider.CreateAsyncScope();
        var links = scope.ServiceProvider.GetRequiredService<IInvitationLinks>();
        var joining = scope.ServiceProvider.GetRequiredService<IInvitationJoining>();
        var codes = scope.ServiceProvider.GetRequiredService<IInvitationCodes>();
        var acceptance = scope.ServiceProvider.GetRequiredService<IInvitationAcceptance>();
        TenantId tenant = "acme";
        var tina = Inviter.GroupAdmin("user-tina", groups: ["design"], name: "Tina");

        // 2. One link for two people. It is derived when somebody asks for it, and the trail says who did.
        var draft = new InvitationLinkDraft { Name = "Night shift", Groups = ["Design team"], UseLimit = 2, Domains = ["example.com"] };
        var link = (await links.CreateAsync(tenant, draft, tina)).Link!;
        var token = (await links.ShowAsync(tenant, link.Id, tina)).Secrets!.Token;
        Print.Outcome("Ana joins by the link", await joining.JoinAsync(token, Acceptor.User("user-ana", ["ana@example.com"])));
        Print.Outcome("Eve has another address", await joining.JoinAsync(token, Acceptor.User("user-eve", ["eve@example.net"])));
        var again = await joining.JoinAsync(token, Acceptor.User("user-ana", ["ana@example.com"]));
        Print.Line($"Ana clicks again: {(again.Acceptance!.IsRepeat ? "the first answer, and no second use" : "a second use")}.");
        Print.Outcome("Ben signs up by it", await joining.JoinAsync(token, Acceptor.SigningUp("form-1", ["ben@example.com"])));
        Print.Outcome("Carla is the third", await joining.JoinAsync(token, Acceptor.User("user-carla", ["carla@example.com"])));

        // 3. Off kills it at once; on again is a new link, and the former one stays dead.
        await links.DeactivateAsync(tenant, link.Id, tina);
        Print.Outcome("Dirk, after it was turned off", await joining.JoinAsync(token, Acceptor.User("user-dirk", ["dirk@example.com"])));
        await links.EditAsync(tenant, link.Id, new InvitationLinkEdit { UseLimit = 10 }, tina);
        await links.ActivateAsync(tenant, link.Id, tina);
        Print.Outcome("Dirk, by the former link", await joining.JoinAsync(token, Acceptor.User("user-dirk", ["dirk@example.com"])));

        // 4. Registration codes: any number in one call, as they are committed. Each works once.
        var issued = new List<InvitationCode>();
        await foreach (var code in codes.IssueAsync(tenant, 3, tina, new InviteOptions { Groups = ["Design team"] }))
            issued.Add(code);
        var typed = InvitationSecret.FromCode(tenant, issued[0].Secrets!.Code!.ToLowerInvariant(), caller: "127.0.0.1");
        Print.Outcome("Finn uses the first code", await acceptance.AcceptAsync(typed, Acceptor.User("user-finn")));
        Print.Outcome("Gus uses it too", await acceptance.AcceptAsync(typed, Acceptor.User("user-gus")));

        // 5. The others as a file, to be printed and handed out.
        await using var file = new StringWriter();
        var count = await InvitationCodeFile.WriteCsvAsync(codes.ShowAsync(tenant, tina), file);
        Print.Line($"{count} codes are left:");
        Print.Line(file.ToString().TrimEnd());

        // 6. A member may invite, and an administrator of the group says yes. Until then nothing is sent, and no link is valid.
        var invitations = scope.ServiceProvider.GetRequiredService<IInvitationService>();
        var approvals = scope.ServiceProvider.GetRequiredService<IInvitationApprovals>();
        var marc = Inviter.Member("user-marc", groups: ["design"], name: "Marc");
        var asked = await invitations.InviteAsync(tenant, new("hannah@example.com") { Groups = ["Design team"] }, marc);
        Print.Line($"Marc invites hannah@example.com: {asked.Outcome}.");
        foreach (var waiting in (await approvals.ListAsync(tenant, tina)).Items)
        {
            var approved = await approvals.ApproveAsync(tenant, waiting.Id, tina);
            Print.Line($"Tina approves what {waiting.InvitedBy} asked for: {approved.Invitation?.Status}.");
        }

        Print.Members(provider.GetRequiredService<Members>());
    }
}
