using Invitations.Stores;

namespace Invitations;

/// <summary>Claims an invitation by one conditional update and lets the host make the membership in the same transaction.</summary>
internal sealed class AcceptanceWriter(
    IStoreTransaction transaction,
    IInvitationStore store,
    IDeliveryStore deliveries,
    IAuditStore audit,
    SeatAccounting seats,
    SuppressionWriter suppressions,
    MembershipMaker memberships,
    InvitationClock clock)
{
    public void EnsureCanAccept(Acceptor acceptor) => memberships.EnsureCanMake(acceptor);

    /// <param name="invitation">The invitation as it is stored.</param>
    /// <param name="offered">The same, by whoever answers for it today.</param>
    /// <param name="profile">What is known about the person.</param>
    /// <param name="acceptor">Who accepts.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task<Claim> AcceptAsync(
        Invitation invitation, Invitation offered, Profile profile, Acceptor acceptor, CancellationToken cancellationToken) =>
        transaction.ExecuteAsync(token => ClaimAsync(invitation, offered, profile, acceptor, token), cancellationToken);

    /// <returns>The invitation as declined, or null where it changed in between.</returns>
    public Task<Invitation?> DeclineAsync(Invitation invitation, DeclineOptions options, string? actor, CancellationToken cancellationToken) =>
        transaction.ExecuteAsync<Invitation?>(
            async token =>
            {
                var now = clock.Now;
                var declined = invitation.Ended(InvitationStatus.Declined, now);
                await seats.TryMoveAsync(invitation.Tenant, [SeatChange.Of(invitation, declined)], token).ConfigureAwait(false);
                if (!await TryChangeAsync(invitation, declined, now, token).ConfigureAwait(false))
                    return TransactionOutcome.Rollback<Invitation?>(null);
                await FinishAsync(declined, AuditAction.Declined, actor, now, token).ConfigureAwait(false);
                await SuppressAsync(declined, options, actor, token).ConfigureAwait(false);
                return TransactionOutcome.Commit<Invitation?>(declined);
            },
            cancellationToken);

    /// <summary>Sees to it that the person is not asked again by this tenant, where they said so.</summary>
    public async Task SuppressAsync(Invitation declined, DeclineOptions options, string? actor, CancellationToken cancellationToken)
    {
        string[] addresses = [.. new[] { declined.Recipient.Email, declined.Recipient.Phone }.OfType<string>()];
        if (options.DoNotAskAgain && addresses.Length > 0)
        {
            await suppressions
                .AddAsync(declined.Tenant, addresses, SuppressionReason.Declined, actor, declined.Id, cancellationToken)
                .ConfigureAwait(false);
        }
    }

    private async Task<TransactionOutcome<Claim>> ClaimAsync(
        Invitation invitation, Invitation offered, Profile profile, Acceptor acceptor, CancellationToken cancellationToken)
    {
        var now = clock.Now;
        var accepted = offered.Ended(InvitationStatus.Accepted, now) with
        {
            Profile = profile,
            AcceptedBy = acceptor.UserId,
            AcceptanceAttempt = acceptor.Attempt,
        };
        if (!await TryChangeAsync(invitation, accepted, now, cancellationToken).ConfigureAwait(false))
            return TransactionOutcome.Rollback(new Claim(null, []));

        var membership = await memberships.MakeAsync(accepted, acceptor, cancellationToken).ConfigureAwait(false);
        if (membership.UserId is not { } userId)
            return TransactionOutcome.Rollback(new Claim(null, membership.Errors));
        accepted = await WithUserAsync(accepted, userId, cancellationToken).ConfigureAwait(false);

        await FinishAsync(accepted, AuditAction.Accepted, accepted.AcceptedBy, now, cancellationToken, AuditTrail.FormerInviter(invitation, accepted)).ConfigureAwait(false);
        return TransactionOutcome.Commit(new Claim(accepted, []));
    }

    /// <summary>Writes down whose account it became, where only the host's handler could know.</summary>
    private async Task<Invitation> WithUserAsync(Invitation accepted, string userId, CancellationToken cancellationToken)
    {
        if (string.Equals(accepted.AcceptedBy, userId, StringComparison.Ordinal))
            return accepted;
        var known = accepted with { AcceptedBy = userId, Version = accepted.Version + 1 };
        if (!await TryChangeAsync(accepted, known, null, cancellationToken).ConfigureAwait(false))
            throw new InvalidOperationException($"Invitation {accepted.Id} changed inside the transaction that had claimed it.");
        return known;
    }

    private async Task<bool> TryChangeAsync(Invitation before, Invitation after, DateTimeOffset? unexpiredAt, CancellationToken cancellationToken)
    {
        var outcomes = await store.ChangeAsync([before.ChangedTo(after, unexpiredAt)], cancellationToken).ConfigureAwait(false);
        return outcomes[0] is ChangeOutcome.Applied;
    }

    private async Task FinishAsync(
        Invitation ended, AuditAction action, string? actor, DateTimeOffset now, CancellationToken cancellationToken, params (string Name, string Value)[] details)
    {
        // In this order, so that a store can send the entry, which nobody waits for, together with the statement after it.
        await audit.AppendAsync([AuditTrail.Entry(ended.Tenant, ended.Id, action, actor, now, details)], cancellationToken).ConfigureAwait(false);
        await deliveries.CancelAsync(ended.Tenant, [ended.Id], now, cancellationToken).ConfigureAwait(false);
    }
}
