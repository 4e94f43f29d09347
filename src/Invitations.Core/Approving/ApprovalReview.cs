using Invitations.Stores;

namespace Invitations;

/// <summary>Decides which of the requests of a chunk somebody may answer, and what they become. Reads only, with one look-up for all.</summary>
internal sealed class ApprovalReview(IInvitationStore store, GrantReview review, InvitationIssuer issuer, InviterHandover handover, ReminderPlanner reminders)
{
    /// <param name="answer">The answer.</param>
    /// <param name="ids">The invitations of the chunk, each once.</param>
    /// <param name="refused">Takes the reasons against those that cannot be answered.</param>
    /// <param name="now">The present instant.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<IReadOnlyList<InvitationUpdate>> ReviewAsync(
        ApprovalAnswer answer,
        IReadOnlyList<Guid> ids,
        Dictionary<Guid, IReadOnlyList<InvitationError>> refused,
        DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        var found = await store.FindAsync(answer.Context.Tenant, ids, cancellationToken).ConfigureAwait(false);
        var known = found.Where(answer.Context.CanSee).ToDictionary(invitation => invitation.Id);
        var rows = new List<PolicyRow>(ids.Count);
        foreach (var id in ids)
        {
            if (!known.TryGetValue(id, out var invitation))
                refused[id] = [Refusals.Unknown()];
            else if (Obstacle(invitation, answer.Context.Inviter, now) is { } obstacle)
                refused[id] = [obstacle];
            else
                rows.Add(GrantReview.RowOf(invitation));
        }

        await review.ReviewAsync(answer.Context, answer.Operation, rows, new(), now, cancellationToken).ConfigureAwait(false);
        foreach (var row in rows)
        {
            if (row is { IsAllowed: true, HasLifetime: false } && answer.IsYes)
                row.Refuse(new(InvitationErrorCodes.PolicyNoAnswer));
            if (!row.IsAllowed)
                refused[row.Existing!.Id] = row.Errors;
        }

        return await DecideAsync(answer, rows.FindAll(row => row.IsAllowed), now, cancellationToken).ConfigureAwait(false);
    }

    private static InvitationError? Obstacle(Invitation invitation, Inviter approver, DateTimeOffset now) => invitation.StatusAt(now) switch
    {
        InvitationStatus.Draft or InvitationStatus.Pending => new(InvitationErrorCodes.ApprovalNotAwaited),
        InvitationStatus.AwaitingApproval => IsOwn(invitation, approver) ? new(InvitationErrorCodes.ApprovalOwnRequest) : null,
        _ => Refusals.ForStatus(invitation, now),
    };

    /// <summary>Nobody answers what they asked for: not as the inviter, and not as the one who wants to join.</summary>
    private static bool IsOwn(Invitation invitation, Inviter approver) => !approver.IsSystem
        && ((!invitation.IsFromSystem && string.Equals(invitation.InvitedBy, approver.UserId, StringComparison.Ordinal))
            || string.Equals(invitation.Recipient.UserId, approver.UserId, StringComparison.Ordinal));

    private async Task<IReadOnlyList<InvitationUpdate>> DecideAsync(
        ApprovalAnswer answer, List<PolicyRow> rows, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (!answer.IsYes)
            return rows.ConvertAll(row => new InvitationUpdate(row.Existing!, Refused(row.Existing!, answer.Reason, now)));

        var issued = rows.ConvertAll(row => Issued(row, answer.Context.Inviter, now));
        var handed = await handover
            .ApplyAsync(issued, answer.Context.Settings, answer.Context.Inviter, now, cancellationToken)
            .ConfigureAwait(false);
        handed = await reminders.PlanAsync(answer.Context.Settings, handed, now, cancellationToken).ConfigureAwait(false);
        return [.. rows.Select((row, i) => new InvitationUpdate(row.Existing!, handed[i]))];
    }

    private Invitation Issued(PolicyRow row, Inviter approver, DateTimeOffset now)
    {
        var issued = issuer.Reissue(row.Existing!, row.Lifetime, now) with { ApprovedBy = approver.UserId };

        // What somebody wrote to be let in is no message to themselves.
        return issued.Origin is InvitationOrigin.JoinRequest ? issued with { PersonalMessage = null } : issued;
    }

    private static Invitation Refused(Invitation invitation, string? reason, DateTimeOffset now) =>
        invitation.Ended(InvitationStatus.Revoked, now) with { RefusalReason = reason };
}
