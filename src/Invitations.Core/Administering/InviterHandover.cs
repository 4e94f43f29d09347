namespace Invitations;

/// <summary>Makes whoever changes an invitation answer for it where its inviter could not make it any more.</summary>
/// <remarks>
/// At acceptance the inviter is asked about again. Without this, an invitation that an administrator has issued anew for somebody who
/// left, or has raised above what its inviter may grant, could never be accepted.
/// </remarks>
internal sealed class InviterHandover(OperationContextFactory operations, GrantReview review, IInviterAuthorityProvider? authorities = null)
{
    public async Task<Invitation> ApplyAsync(
        Invitation changed, TenantSettings settings, Inviter actor, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var handed = await ApplyAsync([changed], settings, actor, now, cancellationToken).ConfigureAwait(false);
        return handed[0];
    }

    /// <summary>The same for many, with one question about each inviter.</summary>
    /// <param name="changed">The invitations as they will be; the actor has been found able to make each.</param>
    /// <param name="settings">The settings of the tenant.</param>
    /// <param name="actor">Who changes them.</param>
    /// <param name="now">The present instant.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The invitations in the same order, those of whom the actor becomes the inviter changed.</returns>
    public async Task<IReadOnlyList<Invitation>> ApplyAsync(
        IReadOnlyList<Invitation> changed, TenantSettings settings, Inviter actor, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var handed = changed.ToArray();
        var byInviter = Enumerable.Range(0, handed.Length)
            .Where(i => !IsBy(actor, handed[i]))
            .GroupBy(i => (handed[i].InvitedBy, handed[i].IsFromSystem), i => i)
            .Select(group => group.ToArray())
            .ToList();
        foreach (var indexes in byInviter)
        {
            Invitation[] invitations = [.. indexes.Select(i => handed[i])];

            // A request to join has no inviter before somebody has approved it.
            var orphans = invitations[0].InvitedBy.Length == 0
                ? Enumerable.Range(0, invitations.Length)
                : await FindOrphansAsync(invitations, settings, now, cancellationToken).ConfigureAwait(false);
            foreach (var orphan in orphans)
                handed[indexes[orphan]] = HandedTo(actor, invitations[orphan]);
        }

        return handed;
    }

    /// <summary>Whether the inviter could not make the invitation any more; false where nobody can say it.</summary>
    public async Task<bool> IsOrphanAsync(Invitation invitation, TenantSettings settings, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var orphans = await FindOrphansAsync([invitation], settings, now, cancellationToken).ConfigureAwait(false);
        return orphans.Count > 0;
    }

    public static Invitation HandedTo(Inviter successor, Invitation invitation) => invitation with
    {
        InvitedBy = successor.UserId,
        InviterName = InvitationIssuer.NameOf(successor),
        IsFromSystem = successor.IsSystem,
    };

    /// <summary>Whether a refusal is about who invites, and not about what is granted.</summary>
    public static bool IsAboutInviter(InvitationError error) => error.Code is InvitationErrorCodes.InviterNotPermitted
        or InvitationErrorCodes.InviterUnknown
        or InvitationErrorCodes.GroupRequired
        or InvitationErrorCodes.GroupNotPermitted
        or InvitationErrorCodes.RoleNotPermitted
        or InvitationErrorCodes.KindNotPermitted;

    /// <summary>Whether a refusal is about something that is gone, whoever invites.</summary>
    public static bool IsAboutTarget(InvitationError error) => error.Code is InvitationErrorCodes.GroupUnknown
        or InvitationErrorCodes.RoleUnknown
        or InvitationErrorCodes.ProductNotEnabled;

    /// <returns>The indexes of those, all by one inviter, that this inviter could not make any more.</returns>
    private async Task<IReadOnlyList<int>> FindOrphansAsync(
        Invitation[] invitations, TenantSettings settings, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // Where nobody can say what the inviter may do today, acceptance does not ask.
        if (authorities is null)
            return [];

        var operation = await operations.CreateForInviterOfAsync(invitations[0], settings, cancellationToken).ConfigureAwait(false);
        var rows = Array.ConvertAll(invitations, GrantReview.RowOf);
        await review.ReviewAsync(operation, InvitationOperation.Accept, rows, new(), now, cancellationToken).ConfigureAwait(false);
        return [.. Enumerable.Range(0, rows.Length).Where(i => rows[i].Errors.Any(IsAboutInviter))];
    }

    private static bool IsBy(Inviter actor, Invitation invitation) =>
        invitation.IsFromSystem == actor.IsSystem && string.Equals(invitation.InvitedBy, actor.UserId, StringComparison.Ordinal);
}
