namespace Invitations;

/// <summary>Says yes or no to invitations that await approval: those of people who need one (see <see cref="IApprovalPolicy"/>), and requests to join.</summary>
/// <remarks>
/// Whoever approves must have the authority to make the invitation, as if it were their own, and nobody approves what they asked for themselves.
/// What the approver may not see answers <c>invitation.unknown</c>. A request that is not answered in time expires by itself.
/// </remarks>
public interface IInvitationApprovals
{
    /// <summary>Lists what awaits approval and the viewer may see, page by page.</summary>
    /// <param name="tenant">The tenant, from the signed-in principal.</param>
    /// <param name="viewer">Who looks.</param>
    /// <param name="request">Which, in which order; <see cref="InvitationFilter.Statuses"/> is not looked at. Null lists all, the newest first.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<InvitationPage> ListAsync(TenantId tenant, Inviter viewer, InvitationListRequest? request = null, CancellationToken cancellationToken = default);

    /// <summary>Approves one: it is issued, with a secret, a lifetime and messages as of now.</summary>
    /// <param name="tenant">The tenant, from the signed-in principal.</param>
    /// <param name="invitationId">The invitation.</param>
    /// <param name="approver">Who approves, from the signed-in principal.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<ApprovalResult> ApproveAsync(TenantId tenant, Guid invitationId, Inviter approver, CancellationToken cancellationToken = default);

    /// <summary>Approves several, chunk by chunk; what cannot be approved is in nobody's way.</summary>
    /// <param name="tenant">The tenant, from the signed-in principal.</param>
    /// <param name="invitationIds">The invitations.</param>
    /// <param name="approver">Who approves, from the signed-in principal.</param>
    /// <param name="cancellationToken">Ends the call; chunks that are done stay done.</param>
    /// <returns>One result for each id, in their order.</returns>
    Task<IReadOnlyList<ApprovalResult>> ApproveManyAsync(TenantId tenant, IReadOnlyCollection<Guid> invitationIds, Inviter approver, CancellationToken cancellationToken = default);

    /// <summary>Refuses one: it ends as <see cref="InvitationStatus.Revoked"/>, and its address is free again.</summary>
    /// <param name="tenant">The tenant, from the signed-in principal.</param>
    /// <param name="invitationId">The invitation.</param>
    /// <param name="approver">Who refuses, from the signed-in principal.</param>
    /// <param name="reason">Why, for the one who asked: plain text, at most <see cref="TenantSettings.MaxMessageLength"/> long, or null.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<ApprovalResult> RefuseAsync(TenantId tenant, Guid invitationId, Inviter approver, string? reason = null, CancellationToken cancellationToken = default);

    /// <summary>Refuses several for one reason, chunk by chunk.</summary>
    /// <param name="tenant">The tenant, from the signed-in principal.</param>
    /// <param name="invitationIds">The invitations.</param>
    /// <param name="approver">Who refuses, from the signed-in principal.</param>
    /// <param name="reason">Why, for those who asked, or null.</param>
    /// <param name="cancellationToken">Ends the call; chunks that are done stay done.</param>
    /// <returns>One result for each id, in their order.</returns>
    Task<IReadOnlyList<ApprovalResult>> RefuseManyAsync(TenantId tenant, IReadOnlyCollection<Guid> invitationIds, Inviter approver, string? reason = null, CancellationToken cancellationToken = default);
}
