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
        var opened = Open(operation, [found], kind, null, now);
        await ReviewAsync(operation, opened, kind, now, cancellationToken).ConfigureAwait(false);
        return opened[0];
    }

    /// <summary>Judges what was found as a chunk: the policies are asked once, whatever its size.</summary>
    /// <param name="operation">Who does it.</param>
    /// <param name="found">The invitations.</param>
    /// <param name="change">What is to be done to each.</param>
    /// <param name="now">The present instant.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>What became of each, in the same order.</returns>
    public async Task<IReadOnlyList<OpenedInvitation>> JudgeAsync(
        OperationContext operation, IReadOnlyList<Invitation> found, IBulkChange change, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var opened = Open(operation, found, change.Operation, change.Lifetime, now);
        if (change.AsksPolicies)
            await ReviewAsync(operation, opened, change.Operation, now, cancellationToken).ConfigureAwait(false);
        return opened;
    }

    /// <returns>The invitation where the actor may know of it, else null; and what the actor may do.</returns>
    public async Task<(Invitation? Found, OperationContext Operation)> FindAsync(
        TenantId tenant, Guid id, Inviter actor, CancellationToken cancellationToken)
    {
        var operation = await contexts.CreateAsync(tenant, actor, cancellationToken).ConfigureAwait(false);
        var found = await store.FindAsync(tenant, [id], cancellationToken).ConfigureAwait(false);
        return (found.Count == 1 && operation.CanSee(found[0]) ? found[0] : null, operation);
    }

    private static OpenedInvitation[] Open(
        OperationContext operation, IReadOnlyList<Invitation> found, InvitationOperation kind, TimeSpan? lifetime, DateTimeOffset now)
    {
        var opened = new OpenedInvitation[found.Count];
        for (var i = 0; i < opened.Length; i++)
        {
            InvitationError? error = !operation.CanSee(found[i]) ? Refusals.Unknown()
                : !IsFitting(found[i], kind, now) ? Refusals.For(found[i], kind, now)
                : null;
            var row = error is null ? GrantReview.RowOf(found[i]) : null;
            if (row is not null && lifetime is not null)
                row.Draft = row.Draft with { Lifetime = lifetime };
            opened[i] = new(found[i], operation, row, error is null ? [] : [error]);
        }

        return opened;
    }

    private async Task ReviewAsync(
        OperationContext operation, OpenedInvitation[] opened, InvitationOperation kind, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var rows = opened.Select(one => one.Row).OfType<PolicyRow>().ToList();
        if (rows.Count == 0)
            return;
        await review.ReviewAsync(operation, kind, rows, new(), now, cancellationToken).ConfigureAwait(false);
        for (var i = 0; i < opened.Length; i++)
        {
            if (opened[i].Row is { IsAllowed: false } row)
                opened[i] = opened[i] with { Errors = [.. row.Errors.Where(error => Counts(error, kind))] };
        }
    }

    private static bool IsFitting(Invitation invitation, InvitationOperation kind, DateTimeOffset now)
    {
        var status = invitation.StatusAt(now);
        return kind switch
        {
            InvitationOperation.Reinvite => status is InvitationStatus.Pending or InvitationStatus.Expired && invitation.AnonymizedAt is null,
            InvitationOperation.Revoke => status is InvitationStatus.Revoked || InvitationLifecycle.CanMove(status, InvitationStatus.Revoked),
            InvitationOperation.Edit => InvitationLifecycle.IsOpen(status),
            InvitationOperation.Delete => status is InvitationStatus.Draft || !InvitationLifecycle.IsOpen(status),
            _ => status is InvitationStatus.Pending,
        };
    }

    /// <summary>
    /// A group, role or product that is gone, or a rule that the tenant has changed, is what an invitation is revoked, deleted or edited for: it
    /// cannot be in the way. What an edit leads to is judged by every rule.
    /// </summary>
    private static bool Counts(InvitationError error, InvitationOperation kind) =>
        kind is not (InvitationOperation.Revoke or InvitationOperation.Edit or InvitationOperation.Delete)
        || error.Code is not (InvitationErrorCodes.GroupUnknown
            or InvitationErrorCodes.RoleUnknown
            or InvitationErrorCodes.ProductNotEnabled
            or InvitationErrorCodes.GuestNotAllowed
            or InvitationErrorCodes.GuestGroupRequired
            or InvitationErrorCodes.EmailDomainNotAllowed);
}
