namespace Invitations;

/// <summary>Makes whoever reinvites or edits answer for an invitation that its inviter could not make any more.</summary>
/// <remarks>
/// At acceptance the inviter is asked about again. Without this, an invitation that an administrator has issued anew for somebody who
/// left, or has raised above what its inviter may grant, could never be accepted.
/// </remarks>
internal sealed class InviterHandover(OperationContextFactory operations, GrantReview review, IInviterAuthorityProvider? authorities = null)
{
    /// <param name="changed">The invitation as it will be; the actor has been found able to make it.</param>
    /// <param name="settings">The settings of the tenant.</param>
    /// <param name="actor">Who changes it.</param>
    /// <param name="now">The present instant.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<Invitation> ApplyAsync(
        Invitation changed, TenantSettings settings, Inviter actor, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // Where nobody can say what the inviter may do today, acceptance does not ask.
        if (authorities is null || string.Equals(changed.InvitedBy, actor.UserId, StringComparison.Ordinal))
            return changed;

        var operation = await operations.CreateForInviterOfAsync(changed, settings, cancellationToken).ConfigureAwait(false);
        var row = GrantReview.RowOf(changed);
        await review.ReviewAsync(operation, InvitationOperation.Accept, [row], new(), now, cancellationToken).ConfigureAwait(false);
        return row.Errors.Any(IsAboutInviter)
            ? changed with { InvitedBy = actor.UserId, InviterName = actor.Name, IsFromSystem = actor.IsSystem }
            : changed;
    }

    private static bool IsAboutInviter(InvitationError error) => error.Code is InvitationErrorCodes.InviterNotPermitted
        or InvitationErrorCodes.InviterUnknown
        or InvitationErrorCodes.GroupRequired
        or InvitationErrorCodes.GroupNotPermitted
        or InvitationErrorCodes.RoleNotPermitted;
}
