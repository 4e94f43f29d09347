namespace Invitations.EntityFramework.Tests.Fixtures;

/// <summary>An acceptance handler that adds a membership to the host's context, as a test says.</summary>
public sealed class JoinTeam(HostDbContext database, JoinTeam.Behaviour behaviour) : IInvitationAcceptanceHandler
{
    public async ValueTask<AcceptanceOutcome> HandleAsync(AcceptanceContext context, CancellationToken cancellationToken)
    {
        var userId = context.Acceptor.UserId ?? "user-new";
        database.Memberships.Add(new() { Id = Guid.NewGuid(), Tenant = context.Invitation.Tenant.Value, UserId = userId });
        if (behaviour.Saves)
            await database.SaveChangesAsync(cancellationToken);
        if (behaviour.Faults.TryDequeue(out var fault))
            throw fault;
        return behaviour.Refuses ? AcceptanceOutcome.Refused(new InvitationError("team.full")) : AcceptanceOutcome.Joined(userId);
    }

    /// <summary>What the handler does besides.</summary>
    public sealed class Behaviour
    {
        public bool Saves { get; init; } = true;

        public bool Refuses { get; init; }

        /// <summary>What it throws, one after the other, before it succeeds.</summary>
        public Queue<Exception> Faults { get; init; } = [];
    }
}
