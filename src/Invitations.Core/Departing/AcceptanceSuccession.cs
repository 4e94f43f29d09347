namespace Invitations;

/// <summary>Hands an invitation over at the moment of its acceptance, where the tenant wants that and its inviter could not make it any more.</summary>
internal sealed class AcceptanceSuccession(InviterHandover handover, IInviterSuccession succession, InvitationClock clock)
{
    /// <returns>The invitation as it is offered today; whether its inviter may make it is for the acceptance check to say.</returns>
    public async Task<Invitation> ApplyAsync(Invitation invitation, TenantSettings settings, CancellationToken cancellationToken)
    {
        if (settings.Acceptance.InviterLostAuthority is not LostAuthority.HandOver
            || !await handover.IsOrphanAsync(invitation, settings, clock.Now, cancellationToken).ConfigureAwait(false))
        {
            return invitation;
        }

        var context = new InviterSuccessionContext
        {
            Tenant = invitation.Tenant,
            Settings = settings,
            UserId = invitation.InvitedBy,
            IsSystem = invitation.IsFromSystem,
        };
        var successor = await succession.FindSuccessorAsync(context, cancellationToken).ConfigureAwait(false);
        return successor is null ? invitation : InviterHandover.HandedTo(successor, invitation);
    }
}
