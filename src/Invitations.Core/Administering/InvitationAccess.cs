using Invitations.Stores;

namespace Invitations;

/// <summary>Opens one invitation for somebody: is it there, may they see it, is it in a fitting status, and what do the policies say?</summary>
internal sealed class InvitationAccess(OperationContextFactory contexts, IInvitationStore store, GrantReview review)
{
    public async Task<OpenedInvitation> OpenAsync(
        TenantId tenant, Guid id, Inviter actor, InvitationOperation kind, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (found, operation) = await FindAsync(tenant, id, actor, cancellationToken).ConfigureAwait(false);
        if (found is null)
            return new(null, operation, null, [Refusals.Unknown()]);
        if (!IsFitting(found, kind, now))
            return new(found, operation, null, [Refusals.ForStatus(found, now)]);

        var row = GrantReview.RowOf(found);
        await review.ReviewAsync(operation, kind, [row], new(), now, cancellationToken).ConfigureAwait(false);
        return new(found, operation, row, [.. row.Errors.Where(error => Counts(error, kind))]);
    }

    /// <returns>The invitation where the actor may know of it, else null; and what the actor may do.</returns>
    public async Task<(Invitation? Found, OperationContext Operation)> FindAsync(
        TenantId tenant, Guid id, Inviter actor, CancellationToken cancellationToken)
    {
        var operation = await contexts.CreateAsync(tenant, actor, cancellationToken).ConfigureAwait(false);
        var found = await store.FindAsync(tenant, [id], cancellationToken).ConfigureAwait(false);
        return (found.Count == 1 && operation.CanSee(found[0]) ? found[0] : null, operation);
    }

    private static bool IsFitting(Invitation invitation, InvitationOperation kind, DateTimeOffset now)
    {
        var status = invitation.StatusAt(now);
        return kind switch
        {
            InvitationOperation.Reinvite => status is InvitationStatus.Pending or InvitationStatus.Expired,
            InvitationOperation.Revoke => status is InvitationStatus.Revoked || InvitationLifecycle.CanMove(status, InvitationStatus.Revoked),
            InvitationOperation.Edit => InvitationLifecycle.IsOpen(status),
            _ => status is InvitationStatus.Pending,
        };
    }

    /// <summary>
    /// A group, role or product that is gone, or a rule that the tenant has changed, is what an invitation is revoked or edited for: it
    /// cannot be in the way. What an edit leads to is judged by every rule.
    /// </summary>
    private static bool Counts(InvitationError error, InvitationOperation kind) =>
        kind is not (InvitationOperation.Revoke or InvitationOperation.Edit)
        || error.Code is not (InvitationErrorCodes.GroupUnknown
            or InvitationErrorCodes.RoleUnknown
            or InvitationErrorCodes.ProductNotEnabled
            or InvitationErrorCodes.GuestNotAllowed
            or InvitationErrorCodes.GuestGroupRequired
            or InvitationErrorCodes.EmailDomainNotAllowed);
}
