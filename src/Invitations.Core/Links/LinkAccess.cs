using Invitations.Stores;

namespace Invitations;

/// <summary>Opens one link for somebody: is it there, may they see it, and what do the policies say about it as it is?</summary>
internal sealed class LinkAccess(OperationContextFactory contexts, IInvitationLinkStore store, GrantReview review)
{
    public async Task<OpenedLink> OpenAsync(
        TenantId tenant, Guid id, Inviter actor, InvitationOperation kind, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (found, operation) = await FindAsync(tenant, id, actor, cancellationToken).ConfigureAwait(false);
        if (found is null)
            return new(null, operation, null, [new InvitationError(InvitationErrorCodes.LinkUnknown)]);

        var row = LinkRows.RowOf(found);
        await review.ReviewAsync(operation, kind, [row], new(), now, cancellationToken).ConfigureAwait(false);
        return new(found, operation, row, [.. row.Errors.Where(error => Counts(error, kind))]);
    }

    /// <returns>The link where the actor may know of it, else null; and what the actor may do.</returns>
    public async Task<(InvitationLink? Found, OperationContext Operation)> FindAsync(
        TenantId tenant, Guid id, Inviter actor, CancellationToken cancellationToken)
    {
        var operation = await contexts.CreateAsync(tenant, actor, cancellationToken).ConfigureAwait(false);
        var found = await store.FindAsync(tenant, id, cancellationToken).ConfigureAwait(false);
        return (found is not null && operation.CanSee(found) ? found : null, operation);
    }

    /// <summary>Why nobody new can join by it, or null.</summary>
    public static InvitationError? Refusal(InvitationLink link, DateTimeOffset now)
    {
        if (!link.IsActive)
            return new(InvitationErrorCodes.LinkInactive);
        if (link.ExpiresAt <= now || link.Grant.MembershipEndsAt <= now)
            return Refusals.Of(InvitationErrorCodes.LinkExpired, null, "since", link.ExpiresAt <= now ? link.ExpiresAt.Value : link.Grant.MembershipEndsAt!.Value);
        return link.IsUsableAt(now) ? null : new(InvitationErrorCodes.LinkExhausted);
    }

    /// <summary>What is gone, and a rule that the tenant has changed, is what a link is turned off or edited for. What an edit leads to is judged by every rule.</summary>
    private static bool Counts(InvitationError error, InvitationOperation kind) =>
        kind is not (InvitationOperation.DeactivateLink or InvitationOperation.EditLink)
        || error.Code is not (InvitationErrorCodes.GroupUnknown
            or InvitationErrorCodes.RoleUnknown
            or InvitationErrorCodes.ProductNotEnabled
            or InvitationErrorCodes.GuestNotAllowed
            or InvitationErrorCodes.GuestGroupRequired
            or InvitationErrorCodes.LinkUseLimitInvalid);
}
