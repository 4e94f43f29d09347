using Invitations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Snippets.Stores;

public static class StoreWiring
{
    public static void Register(IServiceCollection services, string connectionString)
    {
        #region ef-wiring
        services.AddDbContext<AppDbContext>(o => o.UseSqlite(connectionString));
        services.AddInvitations(o => o.BaseUrl = new Uri("https://app.example.com/join"))
            .UseEphemeralKeys()                        // a real host configures a key
            .UseEntityFramework<AppDbContext>()
            .AddAcceptanceHandler<AddTeamMember>();
        #endregion
    }

    public static void Name(ModelBuilder modelBuilder)
    {
        #region ef-names
        modelBuilder.UseInvitations(o =>
        {
            o.Schema = "people";          // tables people.team_invitations, people.team_invitation_deliveries, …
            o.TablePrefix = "team_";
        });
        #endregion
    }

    public static async Task<bool> TogetherAsync(
        AppDbContext database, IInvitationService invitations, TenantId tenant, Inviter inviter, CancellationToken cancellationToken)
    {
        #region ef-together
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        database.Members.Add(new() { Id = Guid.NewGuid(), Tenant = tenant.Value, UserId = inviter.UserId });
        await database.SaveChangesAsync(cancellationToken);
        var result = await invitations.InviteAsync(tenant, new("ana@example.com"), inviter, cancellationToken: cancellationToken);
        if (result.Succeeded)
            await transaction.CommitAsync(cancellationToken);      // both, or neither
        #endregion
        return result.Succeeded;
    }
}
