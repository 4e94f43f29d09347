namespace Invitations;

internal sealed class AcceptanceCheck(GrantReview review, OperationContextFactory operations) : IAcceptanceCheck
{
    public async ValueTask<IReadOnlyList<InvitationError>> CheckAsync(AcceptanceCheckContext context, CancellationToken cancellationToken)
    {
        var invitation = context.Invitation;
        var operation = await operations.CreateForInviterOfAsync(invitation, context.Settings, cancellationToken).ConfigureAwait(false);
        var row = GrantReview.RowOf(invitation);
        row.Link = context.Link;
        var kind = invitation.LinkId is null ? InvitationOperation.Accept : InvitationOperation.Join;
        await review.ReviewAsync(operation, kind, [row], new(), context.Now, cancellationToken).ConfigureAwait(false);
        return [.. row.Errors.Where(error => Counts(error, context.Settings.Acceptance))];
    }

    private static bool Counts(InvitationError error, AcceptanceSettings settings) =>
        (!InviterHandover.IsAboutInviter(error) || settings.InviterLostAuthority is not LostAuthority.Keep)
        && (!InviterHandover.IsAboutTarget(error) || settings.TargetGone is GrantRecheck.Refuse);
}
