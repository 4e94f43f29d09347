using Microsoft.AspNetCore.Identity;

namespace Invitations.EntityFramework.Tests.Identity;

/// <summary>Makes the account of somebody who signs up by accepting. <see cref="UserManager{TUser}"/> saves by itself.</summary>
internal sealed class CreateIdentityUser(UserManager<IdentityUser> users) : IInvitationAcceptanceHandler
{
    public async ValueTask<AcceptanceOutcome> HandleAsync(AcceptanceContext context, CancellationToken cancellationToken)
    {
        var user = new IdentityUser(context.Invitation.Recipient.Email!) { Email = context.Invitation.Recipient.Email, EmailConfirmed = true };
        var created = await users.CreateAsync(user);
        if (!created.Succeeded)
            return AcceptanceOutcome.Refused([.. created.Errors.Select(error => new InvitationError($"identity.{error.Code}"))]);
        var joined = await users.AddClaimAsync(user, new("tenant", context.Invitation.Tenant.Value));
        return joined.Succeeded ? AcceptanceOutcome.Joined(user.Id) : throw new InvalidOperationException("The claim was not added.");
    }
}
