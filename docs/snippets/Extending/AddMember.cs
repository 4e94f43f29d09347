using Invitations;

namespace Snippets.Extending;

#region acceptance-handler
public sealed class AddMember(Members members) : IInvitationAcceptanceHandler
{
    public ValueTask<AcceptanceOutcome> HandleAsync(AcceptanceContext context, CancellationToken cancellationToken)
    {
        var email = context.Invitation.Recipient.Email ?? context.Acceptor.VerifiedEmails.FirstOrDefault();
        if (email is null)
            return ValueTask.FromResult(AcceptanceOutcome.Refused(
                new InvitationError("email.required", "email") { Text = "An account needs an e-mail address. Sign in first." }));

        var member = members.Add(context.Acceptor.UserId, email, context.Tenant, context.Grant);
        return ValueTask.FromResult(AcceptanceOutcome.Joined(member.UserId));
    }
}
#endregion
