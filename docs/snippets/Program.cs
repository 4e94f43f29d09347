#region readme-quickstart
using Invitations;
using Microsoft.Extensions.DependencyInjection;

var services = new ServiceCollection();
services.AddInvitations(o => o.BaseUrl = new Uri("https://app.example.com/join"))
    .UseEphemeralKeys()                                  // a demo needs no key; a real host configures one
    .AddAcceptanceHandler<JoinTeam>();                   // your class: makes the membership

await using var provider = services.BuildServiceProvider();
await using var scope = provider.CreateAsyncScope();
var invitations = scope.ServiceProvider.GetRequiredService<IInvitationService>();
var administration = scope.ServiceProvider.GetRequiredService<IInvitationAdministration>();
var acceptance = scope.ServiceProvider.GetRequiredService<IInvitationAcceptance>();

// Invite. What is wrong comes back as errors with stable codes, never as an exception.
var tina = Inviter.OrganizationAdmin("user-tina", name: "Tina");
var result = await invitations.InviteAsync("acme", new Invite("ana@example.com") { FirstName = "Ana" }, tina);
foreach (var error in result.Errors)
    Console.WriteLine($"{error.Code}: {error.Message}");

// Get the link. It is derived when somebody asks, and stored nowhere.
var shown = await administration.ShowSecretAsync("acme", result.InvitationId!.Value, tina);
Console.WriteLine(shown.Secrets!.Link);   // https://app.example.com/join/AQHnSZlRAaIBV0sueEGDI2v...

// Accept, exactly once.
var accepted = await acceptance.AcceptAsync(shown.Secrets.Token, Acceptor.SigningUp());
Console.WriteLine($"{accepted.Acceptance!.UserId} is a member of {accepted.Acceptance.Tenant}.");   // user-ana is a member of acme.

public sealed class JoinTeam : IInvitationAcceptanceHandler
{
    public ValueTask<AcceptanceOutcome> HandleAsync(AcceptanceContext context, CancellationToken cancellationToken)
    {
        // Add the account and the membership of your own here: context.Invitation, context.Grant, context.Profile.
        return ValueTask.FromResult(AcceptanceOutcome.Joined("user-ana"));
    }
}
#endregion
