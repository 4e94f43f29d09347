using Invitations.Stores;

namespace Invitations;

/// <summary>Takes a use of a link and lets the host make the membership in the same transaction.</summary>
internal sealed class JoinWriter(
    IStoreTransaction transaction,
    IInvitationLinkStore links,
    IInvitationStore invitations,
    IAuditStore audit,
    SeatAccounting seats,
    MembershipMaker memberships,
    InvitationClock clock)
{
    public Task<JoinAttempt> JoinAsync(InvitationLink link, Invitation invitation, Acceptor acceptor, CancellationToken cancellationToken) =>
        transaction.ExecuteAsync(token => TakeAsync(link, invitation, acceptor, token), cancellationToken);

    private async Task<TransactionOutcome<JoinAttempt>> TakeAsync(
        InvitationLink link, Invitation invitation, Acceptor acceptor, CancellationToken cancellationToken)
    {
        var now = clock.Now;
        var use = new LinkUse
        {
            InvitationId = invitation.Id,
            Tenant = link.Tenant,
            LinkId = link.Id,
            UserId = acceptor.UserId,
            Attempt = acceptor.Attempt,
            UsedAt = now,
        };
        var joined = invitation with
        {
            Status = InvitationStatus.Accepted,
            AcceptedBy = acceptor.UserId,
            AcceptanceAttempt = acceptor.Attempt,
            CreatedAt = now,
            EndedAt = now,
        };
        if (await seats.TryMoveAsync(link.Tenant, [SeatChange.Of(null, joined)], cancellationToken).ConfigureAwait(false) is { } noSeat)
            return Rollback(noSeat);
        if (await links.TryUseAsync(new(use, link.Version), cancellationToken).ConfigureAwait(false) is not LinkUseOutcome.Taken)
            return Rollback();

        await invitations.AddAsync([joined], cancellationToken).ConfigureAwait(false);
        var membership = await memberships.MakeAsync(joined, acceptor, cancellationToken).ConfigureAwait(false);
        if (membership.UserId is not { } userId)
            return Rollback([.. membership.Errors]);
        if (acceptor.IsSigningUp)
        {
            // Who has a use has an account: it is not made again.
            if (!await links.TrySetUserAsync(use, userId, cancellationToken).ConfigureAwait(false))
                return Rollback(new InvitationError(InvitationErrorCodes.AccountSignInFirst));
            joined = await WithUserAsync(joined, userId, cancellationToken).ConfigureAwait(false);
        }

        var entry = AuditTrail.Entry(joined.Tenant, joined.Id, AuditAction.Accepted, userId, now, ("link", link.Id.ToString()));
        await audit.AppendAsync([entry], cancellationToken).ConfigureAwait(false);
        return TransactionOutcome.Commit(new JoinAttempt(joined, []));
    }

    private async Task<Invitation> WithUserAsync(Invitation joined, string userId, CancellationToken cancellationToken)
    {
        var known = joined with { AcceptedBy = userId, Version = joined.Version + 1 };
        var outcomes = await invitations.ChangeAsync([joined.ChangedTo(known)], cancellationToken).ConfigureAwait(false);
        return outcomes[0] is ChangeOutcome.Applied
            ? known
            : throw new InvalidOperationException($"Invitation {joined.Id} changed inside the transaction that had made it.");
    }

    private static TransactionOutcome<JoinAttempt> Rollback(params InvitationError[] errors) => TransactionOutcome.Rollback(new JoinAttempt(null, errors));
}
