using Invitations;
using Microsoft.Extensions.DependencyInjection;
using Snippets.Extending;

namespace Snippets.GettingStarted;

public static class ConsoleHost
{
    public static async Task RunAsync(string key)
    {
        #region console-wiring
        var services = new ServiceCollection();
        services.AddSingleton<Members>();
        services.AddInvitations(o =>
            {
                o.BaseUrl = new Uri("https://app.example.com/join");
                o.Keys.Add(key);
                o.Defaults = new TenantSettings { Groups = [new Group("design", "Design team")], Roles = ["member", "editor", "admin"] };
            })
            .UseAccounts<MemberAccounts>()
            .AddAcceptanceHandler<AddMember>();

        await using var provider = services.BuildServiceProvider();
        await using var scope = provider.CreateAsyncScope();
        #endregion

        #region console-invite
        TenantId tenant = "acme";
        var tina = Inviter.GroupAdmin("user-tina", groups: ["design"], roles: ["editor"], name: "Tina");
        var invitations = scope.ServiceProvider.GetRequiredService<IInvitationService>();

        var invite = new Invite("ana@example.com") { FirstName = "Ana", Groups = ["Design team"], Roles = ["editor"] };
        var result = await invitations.InviteAsync(tenant, invite, tina);
        Console.WriteLine(result);      // Row 1: Invited

        var again = await invitations.InviteAsync(tenant, invite, tina);
        Console.WriteLine(again);       // Row 1: Refused (invitation.already_pending)
        #endregion

        #region console-accept
        var administration = scope.ServiceProvider.GetRequiredService<IInvitationAdministration>();
        var acceptance = scope.ServiceProvider.GetRequiredService<IInvitationAcceptance>();

        var shown = await administration.ShowSecretAsync(tenant, result.InvitationId!.Value, tina);
        var token = shown.Secrets!.Token;

        var preview = await acceptance.PreviewAsync(token);
        Console.WriteLine($"{preview.Preview!.InviterName} invites {preview.Preview.MaskedAddress}");   // Tina invites a***@e***.com

        var accepted = await acceptance.AcceptAsync(token, Acceptor.SigningUp());
        Console.WriteLine($"{accepted.Acceptance!.UserId} joined {accepted.Acceptance.Grant.Groups[0]}");   // user-1 joined design

        var stranger = await acceptance.AcceptAsync(token, Acceptor.User("user-mallory", ["mallory@example.net"]));
        Console.WriteLine(stranger.PublicError!.Code);   // invitation.unavailable
        #endregion
    }
}
