// Invites a list of people under a team admin, then plays through what happens to their invitations.
//
//   dotnet run --project samples/Quickstart                            the list in samples/data/people.txt
//   dotnet run --project samples/Quickstart -- my-list.txt             a list of your own
//   dotnet run --project samples/Quickstart -- a@x.com "b@x.com; c"    a list on the command line
//   dotnet run --project samples/Quickstart -- -                       a list on standard input
//   dotnet run --project samples/Quickstart -- links-and-codes         a second, short program: LinksAndCodes.cs
using Invitations;
using Microsoft.Extensions.DependencyInjection;
using Quickstart;

if (args is ["links-and-codes"])
{
    await LinksAndCodes.RunAsync();
    return;
}

// 1. Wire it up. Without a store the invitations live in memory; everything that the host owns is a small class of the host.
var services = new ServiceCollection();
services.AddSingleton<Members>();
services.AddInvitations(o =>
    {
        o.BaseUrl = new Uri("https://app.example.com/join");
        o.Defaults = new TenantSettings
        {
            Groups = [new Group("design", "Design team"), new Group("sales", "Sales team")],
            Roles = ["member", "editor", "admin"],
            Domains = new DomainSettings { Allowed = ["example.com", "*.example.com"] },
            PhoneRegion = "GB",
        };
    })
    .UseEphemeralKeys()
    .AddAcceptanceHandler<CreateMember>();

await using var provider = services.BuildServiceProvider();
await using var scope = provider.CreateAsyncScope();
var invitations = scope.ServiceProvider.GetRequiredService<IInvitationService>();
var acceptance = scope.ServiceProvider.GetRequiredService<IInvitationAcceptance>();
var administration = scope.ServiceProvider.GetRequiredService<IInvitationAdministration>();
var queries = scope.ServiceProvider.GetRequiredService<IInvitationQueries>();

// 2. Invite the list. Tina may invite into the design team, and not grant more than she is herself.
TenantId tenant = "acme";
var tina = Inviter.GroupAdmin("user-tina", groups: ["design"], roles: ["editor"], name: "Tina");
var list = PastedList.Parse(await Input.ReadAsync(args));
var options = new InviteOptions { Groups = ["Design team"], Roles = ["member"], PersonalMessage = "We start on Monday!" };
var result = await invitations.InviteManyAsync(tenant, list.ToInvites(), tina, options);
Print.Rows("What became of the list", list, result);

// 3. People without an address get a code. What Tina may not grant is refused, with every reason at once.
var nora = await invitations.InviteAsync(tenant, new Invite { Identifier = "P-1042", FirstName = "Nora" }, tina, options);
var refused = await invitations.InviteAsync(tenant, new Invite("omar@example.com") { Groups = ["Sales team"], Roles = ["admin"] }, tina);
Print.Errors("Inviting omar@example.com as an admin of the sales team", refused.Errors);

// 4. Show the links and codes, as an admin would to hand them over. They are derived on demand and stored nowhere.
var invited = result.Rows.Append(nora).Where(row => row.Outcome is InviteOutcome.Invited).ToList();
var secrets = new List<RevealedSecrets>();
foreach (var row in invited)
    secrets.Add((await administration.ShowSecretAsync(tenant, row.InvitationId!.Value, tina)).Secrets!);
Print.Secrets("Links and codes", invited, secrets);

// 5. Accept one by its link: the first on the list signs up. Then again, as somebody else: a used link is a used link.
if (invited.Count > 1)
{
    var preview = await acceptance.PreviewAsync(secrets[0].Token);
    Print.Line($"The landing page says: {preview.Preview!.InviterName} invites {preview.Preview.MaskedAddress}.");
    Print.Outcome("Accepting by link", await acceptance.AcceptAsync(secrets[0].Token, Acceptor.SigningUp()));
    Print.Outcome("Accepting the same link again", await acceptance.AcceptAsync(secrets[0].Token, Acceptor.User("user-mallory")));
}

// 6. Accept one by its code, as it would be read out on the phone: case and hyphens do not matter.
var spoken = secrets[^1].Code!.ToLowerInvariant().Replace('-', ' ');
var byCode = InvitationSecret.FromCode(tenant, spoken, caller: "127.0.0.1");
Print.Outcome($"Accepting by the code '{spoken}'", await acceptance.AcceptAsync(byCode, Acceptor.User("user-nora")));

// 7. Reinvite: not twice within an hour, and the answer says when it is possible again.
var pending = await queries.ListAsync(tenant, tina, new() { Filter = new() { Statuses = [InvitationStatus.Pending] } });
if (pending.Items.Count > 0)
    Print.Errors("Reinviting at once", (await administration.ReinviteAsync(tenant, pending.Items[0].Id, tina)).Errors);

// 8. Everything is in the trail.
var history = await queries.GetHistoryAsync(tenant, invited[0].InvitationId!.Value, tina);
Print.History("The history of the first invitation", history!);
Print.Members(provider.GetRequiredService<Members>());
