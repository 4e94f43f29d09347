using Invitations;

namespace EntityFrameworkMigrations;

/// <summary>Adds the member in the same context, and so in the same transaction as the acceptance.</summary>
public sealed class CreateMember(AppDbContext database) : IInvitationAcceptanceHandler
{
    public async ValueTask<AcceptanceOutcome> HandleAsync(AcceptanceContext context, CancellationToken cancellationToken)
    {
        var userId = context.Acceptor.UserId!;
        database.Members.Add(new Member { Tenant = context.Tenant.Value, UserId = userId, Name = context.Profile.FirstName });
        await database.SaveChangesAsync(cancellationToken);
        return AcceptanceOutcome.Joined(userId);
    }
}
