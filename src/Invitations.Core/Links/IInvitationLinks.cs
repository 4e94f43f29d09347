namespace Invitations;

/// <summary>Links for many people: making, changing, showing, turning on and off. Each call asks the policies that inviting asks, for whoever does it now.</summary>
/// <remarks>
/// A link of another tenant, or one that the actor may not see, answers <c>link.unknown</c>. No answer but that of <see cref="ShowAsync"/> holds
/// the token. Where its inviter could not make it any more (see <see cref="IInviterAuthorityProvider"/>), whoever edits it or turns it on again
/// answers for it; the trail keeps the former one. Who came by a link, <see cref="IInvitationQueries.ListAsync"/> tells
/// (see <see cref="InvitationFilter.LinkId"/>).
/// </remarks>
public interface IInvitationLinks
{
    /// <summary>Makes a link, turned on.</summary>
    /// <param name="tenant">The tenant, from the signed-in principal.</param>
    /// <param name="draft">The link.</param>
    /// <param name="actor">Who makes it.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<LinkResult> CreateAsync(TenantId tenant, InvitationLinkDraft draft, Inviter actor, CancellationToken cancellationToken = default);

    /// <summary>Changes a link, on or off. Its token stays the same; who joins from now on gets what it says now.</summary>
    /// <param name="tenant">The tenant, from the signed-in principal.</param>
    /// <param name="linkId">The link.</param>
    /// <param name="edit">What to change.</param>
    /// <param name="actor">Who does it.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<LinkResult> EditAsync(TenantId tenant, Guid linkId, InvitationLinkEdit edit, Inviter actor, CancellationToken cancellationToken = default);

    /// <summary>
    /// Turns a link on again that is off or has expired: a new token and a new lifetime. The former token stays dead for ever, and the uses count
    /// on. Where it is on already nothing changes.
    /// </summary>
    /// <param name="tenant">The tenant, from the signed-in principal.</param>
    /// <param name="linkId">The link.</param>
    /// <param name="actor">Who does it.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<LinkResult> ActivateAsync(TenantId tenant, Guid linkId, Inviter actor, CancellationToken cancellationToken = default);

    /// <summary>Turns a link off: from this moment nobody joins by it. Doing it again is no error.</summary>
    /// <param name="tenant">The tenant, from the signed-in principal.</param>
    /// <param name="linkId">The link.</param>
    /// <param name="actor">Who does it.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<LinkResult> DeactivateAsync(TenantId tenant, Guid linkId, Inviter actor, CancellationToken cancellationToken = default);

    /// <summary>Shows a link that is on, to be handed out. The trail records who looked.</summary>
    /// <param name="tenant">The tenant, from the signed-in principal.</param>
    /// <param name="linkId">The link.</param>
    /// <param name="actor">Who looks.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>Address and token; a link has no code.</returns>
    Task<ShowSecretResult> ShowAsync(TenantId tenant, Guid linkId, Inviter actor, CancellationToken cancellationToken = default);

    /// <summary>Finds one link.</summary>
    /// <param name="tenant">The tenant, from the signed-in principal.</param>
    /// <param name="linkId">The link.</param>
    /// <param name="viewer">Who looks.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The link, or null where it does not exist, is another tenant's or not the viewer's to see.</returns>
    Task<InvitationLink?> FindAsync(TenantId tenant, Guid linkId, Inviter viewer, CancellationToken cancellationToken = default);

    /// <summary>Lists links, the newest first, page by page: all of the tenant for an organisation admin, for others their own and those into their groups.</summary>
    /// <param name="tenant">The tenant, from the signed-in principal.</param>
    /// <param name="viewer">Who looks.</param>
    /// <param name="request">Which, or null for all.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<LinkPage> ListAsync(TenantId tenant, Inviter viewer, LinkListRequest? request = null, CancellationToken cancellationToken = default);

    /// <summary>Tells what was done to a link, oldest first: made, changed, shown, turned on and off.</summary>
    /// <param name="tenant">The tenant, from the signed-in principal.</param>
    /// <param name="linkId">The link.</param>
    /// <param name="viewer">Who looks.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The trail, or null where the link does not exist, is another tenant's or not the viewer's to see.</returns>
    Task<IReadOnlyList<AuditEntry>?> GetHistoryAsync(TenantId tenant, Guid linkId, Inviter viewer, CancellationToken cancellationToken = default);
}
