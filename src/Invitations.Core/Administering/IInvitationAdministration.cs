namespace Invitations;

/// <summary>What is done to one invitation after it was made. Each call asks the same policies as inviting did, for whoever does it now.</summary>
/// <remarks>
/// An invitation of another tenant, or one that the actor may not see, answers <c>invitation.unknown</c>. Where its inviter could not make it
/// any more (see <see cref="IInviterAuthorityProvider"/>), whoever reinvites or edits it becomes its inviter; the trail keeps the former one.
/// </remarks>
public interface IInvitationAdministration
{
    /// <summary>Issues the invitation again: a new secret, a new lifetime, new messages. Every earlier link and code of it is dead.</summary>
    /// <param name="tenant">The tenant, from the signed-in principal.</param>
    /// <param name="invitationId">The invitation, pending or expired.</param>
    /// <param name="actor">Who does it.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<AdministrationResult> ReinviteAsync(TenantId tenant, Guid invitationId, Inviter actor, CancellationToken cancellationToken = default);

    /// <summary>Takes the invitation back for good; messages that are still queued are not sent. Doing it again is no error.</summary>
    /// <param name="tenant">The tenant, from the signed-in principal.</param>
    /// <param name="invitationId">The invitation.</param>
    /// <param name="actor">Who does it.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<AdministrationResult> RevokeAsync(TenantId tenant, Guid invitationId, Inviter actor, CancellationToken cancellationToken = default);

    /// <summary>Changes an open invitation. A changed address gets a new secret and new messages; what was offered before stays in the trail.</summary>
    /// <param name="tenant">The tenant, from the signed-in principal.</param>
    /// <param name="invitationId">The invitation.</param>
    /// <param name="edit">What to change.</param>
    /// <param name="actor">Who does it.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<AdministrationResult> EditAsync(TenantId tenant, Guid invitationId, InvitationEdit edit, Inviter actor, CancellationToken cancellationToken = default);

    /// <summary>Shows the link and the code of an open invitation, to be handed over in person. The trail records who looked.</summary>
    /// <param name="tenant">The tenant, from the signed-in principal.</param>
    /// <param name="invitationId">The invitation.</param>
    /// <param name="actor">Who looks.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<ShowSecretResult> ShowSecretAsync(TenantId tenant, Guid invitationId, Inviter actor, CancellationToken cancellationToken = default);
}
