namespace Invitations.Benchmarks.Stores.Databases;

/// <summary>What a host does at acceptance: one row, which is saved with the claim.</summary>
internal sealed class AddMembership(BenchmarkContext context, TimeProvider time) : IInvitationAcceptanceHandler
{
    public ValueTask<AcceptanceOutcome> HandleAsync(AcceptanceContext acceptance, CancellationToken cancellationToken)
    {
        var userId = acceptance.Acceptor.UserId!;
        context.Memberships.Add(new()
        {
            Tenant = acceptance.Tenant.Value,
            UserId = userId,
            InvitationId = acceptance.Invitation.Id,
            Role = "member",
            JoinedAt = time.GetUtcNow(),
        });
        return ValueTask.FromResult(AcceptanceOutcome.Joined(userId));
    }
}
