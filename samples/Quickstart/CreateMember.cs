using Invitations;

namespace Quickstart;

/// <summary>Makes the membership when somebody accepts. A real host writes its own rows here; they are committed together with the acceptance.</summary>
public sealed class CreateMember(Members members) : IInvitationAcceptanceHandler
{
    public ValueTask<AcceptanceOutcome> HandleAsync(AcceptanceContext context, CancellationToken cancellationToken)
    {
        var userId = context.Acceptor.UserId ?? $"user-{members.All.Count + 1}";
        members.All.Add(new Member(userId, context.Profile.FirstName, context.Grant));
        return ValueTask.FromResult(AcceptanceOutcome.Joined(userId));
    }
}
