// Invitations in the host's own SQLite file, whose tables are made by the host's own migrations.
//
//   dotnet run --project samples/EntityFrameworkMigrations                a file in the temporary folder, made anew
//   dotnet run --project samples/EntityFrameworkMigrations -- app.db      a file of your own: run it twice, and nothing is forgotten
using EntityFrameworkMigrations;
using Invitations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

var isTemporary = args.Length == 0;
var file = isTemporary ? Path.Combine(Path.GetTempPath(), $"invitations-{Guid.NewGuid():N}.db") : args[0];

// 1. Wire it up: the context as usual, and one line that keeps invitations in it.
var services = new ServiceCollection();
services.AddDbContext<AppDbContext>(o => o.UseSqlite($"Data Source={file};Pooling={!isTemporary}"));
services.AddInvitations(o => o.BaseUrl = new Uri("https://app.example.com/join"))
    .UseEphemeralKeys()
    .UseEntityFramework<AppDbContext>()
    .AddAcceptanceHandler<CreateMember>();
await using var provider = services.BuildServiceProvider();
await using var scope = provider.CreateAsyncScope();

// 2. Apply the migrations that are in the folder Migrations. A host with several nodes does this once, before the new version starts.
var context = scope.ServiceProvider.GetRequiredService<AppDbContext>();
var pending = (await context.Database.GetPendingMigrationsAsync()).ToList();
await context.Database.MigrateAsync();
Console.WriteLine(pending.Count == 0 ? "The database is up to date." : $"Applied: {string.Join(", ", pending)}");

// 3. Invite, and accept. The member and the acceptance are committed together.
var invitations = scope.ServiceProvider.GetRequiredService<IInvitationService>();
var administration = scope.ServiceProvider.GetRequiredService<IInvitationAdministration>();
var acceptance = scope.ServiceProvider.GetRequiredService<IInvitationAcceptance>();
var queries = scope.ServiceProvider.GetRequiredService<IInvitationQueries>();
var tina = Inviter.OrganizationAdmin("user-tina", "Tina");
var number = await context.Members.CountAsync() + 1;
var email = $"person{number}@example.com";
var invited = await invitations.InviteAsync("acme", new Invite(email) { FirstName = $"Person {number}" }, tina);
var shown = await administration.ShowSecretAsync("acme", invited.InvitationId!.Value, tina);
var accepted = await acceptance.AcceptAsync(shown.Secrets!.Token, Acceptor.User($"user-{number}", verifiedEmails: [email]));
Console.WriteLine($"{accepted.Acceptance!.UserId} has joined.");

// 4. Both are in the file.
var page = await queries.ListAsync("acme", tina);
Console.WriteLine($"Members: {string.Join(", ", await context.Members.OrderBy(member => member.Id).Select(member => member.Name).ToListAsync())}");
Console.WriteLine($"Invitations: {string.Join(", ", page.Items.Select(invitation => $"{invitation.Recipient.Email} {invitation.Status}"))}");
if (isTemporary)
    await context.Database.EnsureDeletedAsync();
