namespace Invitations;

/// <summary>Decides which invitations of a chunk may change, and what they become.</summary>
internal sealed class DepartureReview(GrantReview review)
{
    public async Task<List<InvitationUpdate>> ReviewAsync(
        DepartureOrder order, List<Invitation> invitations, List<InviterDepartureRefusal> refused, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var rows = invitations.ConvertAll(GrantReview.RowOf);
        if (order.Action is InviterDepartureAction.Revoke)
        {
            await review.ReviewAsync(order.Actor, InvitationOperation.Revoke, rows, new(), now, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            // Both: nobody keeps alive through another what they could not make, and nobody answers for what they could not.
            await review.ReviewAsync(order.Actor, InvitationOperation.Accept, rows, new(), now, cancellationToken).ConfigureAwait(false);
            await review.ReviewAsync(order.Successor!, InvitationOperation.Accept, rows, new(), now, cancellationToken).ConfigureAwait(false);
        }

        var updates = new List<InvitationUpdate>(rows.Count);
        foreach (var row in rows)
        {
            // What is gone is nobody's fault: acceptance looks at it.
            IReadOnlyList<InvitationError> reasons = [.. row.Errors.Where(error => !InviterHandover.IsAboutTarget(error))];
            if (reasons.Count > 0)
                refused.Add(new(row.Existing!.Id, reasons));
            else
                updates.Add(new(row.Existing!, Changed(order, row.Existing!, now)));
        }

        return updates;
    }

    private static Invitation Changed(DepartureOrder order, Invitation invitation, DateTimeOffset now) =>
        order.Action is InviterDepartureAction.Revoke
            ? invitation.Ended(InvitationStatus.Revoked, now)
            : InviterHandover.HandedTo(order.Successor!.Inviter, invitation) with { Version = invitation.Version + 1 };
}
