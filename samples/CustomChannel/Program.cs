using CustomChannel;
using Invitations;
using Microsoft.Extensions.DependencyInjection;

var services = new ServiceCollection();
services.AddSingleton(new HttpClient(new PrintingChat()));
services.AddInvitations(o => o.BaseUrl = new Uri("https://app.example.com/join"))
    .UseEphemeralKeys()
    .AddChannel<ChatChannel>();

await using var provider = services.BuildServiceProvider();
await using var scope = provider.CreateAsyncScope();
var invitations = scope.ServiceProvider.GetRequiredService<IInvitationService>();
var tina = Inviter.OrganizationAdmin("user-tina", name: "Tina");
await invitations.InviteAsync("acme", new Invite("ana@example.com"), tina, new() { Channels = ["chat"] });

var dispatcher = scope.ServiceProvider.GetRequiredService<IDeliveryDispatcher>();
Console.WriteLine($"{await dispatcher.RunOnceAsync()} message sent.");
