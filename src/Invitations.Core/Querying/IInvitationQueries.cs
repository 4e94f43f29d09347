namespace Invitations;

/// <summary>Looks at invitations. Everything is seen through the eyes of a viewer: an organisation admin sees the tenant, others what they invited or what leads into their groups.</summary>
/// <remarks>No answer holds a secret; see <see cref="IInvitationAdministration.ShowSecretAsync"/>.</remarks>
public interface IInvitationQueries
{
    /// <summary>Finds one invitation.</summary>
    /// <param name="tenant">The tenant, from the signed-in principal.</param>
    /// <param name="invitationId">The invitation.</param>
    /// <param name="viewer">Who looks.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The invitation, or null where it does not exist, is another tenant's or not the viewer's to see.</returns>
    Task<Invitation?> FindAsync(TenantId tenant, Guid invitationId, Inviter viewer, CancellationToken cancellationToken = default);

    /// <summary>Lists invitations, page by page. The cost of a page does not depend on its number.</summary>
    /// <param name="tenant">The tenant, from the signed-in principal.</param>
    /// <param name="viewer">Who looks.</param>
    /// <param name="request">Which, in which order; null lists all, the newest first.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<InvitationPage> ListAsync(TenantId tenant, Inviter viewer, InvitationListRequest? request = null, CancellationToken cancellationToken = default);

    /// <summary>Tells the history of one invitation: its audit trail and its deliveries, oldest first.</summary>
    /// <param name="tenant">The tenant, from the signed-in principal.</param>
    /// <param name="invitationId">The invitation.</param>
    /// <param name="viewer">Who looks.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The history, or null where the invitation does not exist, is another tenant's or not the viewer's to see.</returns>
    Task<InvitationHistory?> GetHistoryAsync(TenantId tenant, Guid invitationId, Inviter viewer, CancellationToken cancellationToken = default);
}
