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
    InviterNotices notices,
    DeliverySignal signal,
    InvitationClock clock)
{
    public void EnsureCanAccept(Acceptor acceptor) => memberships.EnsureCanMake(acceptor);

    /// <param name="invitation">The invitation as it is stored.</param>
    /// <param name="offered">The same, by whoever answers for it today.</param>
    /// <param name="profile">What is known about the person.</param>
    /// <param name="acceptor">Who accepts.</param>
    /// <param name="settings">The settings of the tenant.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<Claim> AcceptAsync(
        Invitation invitation, Invitation offered, Profile profile, Acceptor acceptor, TenantSettings settings, CancellationToken cancellationToken)
    {
        var claim = await transaction
            .ExecuteAsync(token => ClaimAsync(invitation, offered, profile, acceptor, settings, token), cancellationToken)
            .ConfigureAwait(false);
        if (claim.Accepted is not null && settings.Notices.Accepted)
            signal.Notify();
        return claim;
    }

    /// <returns>The invitation as declined, or null where it changed in between.</returns>
    public Task<Invitation?> DeclineAsync(Invitation invitation, DeclineOptions options, string? actor, CancellationToken cancellationToken) =>
        transaction.ExecuteAsync<Invitation?>(
            async token =>
            {
                var now = clock.Now;
                var declined = invitation.Ended(InvitationStatus.Declined, now);
                await seats.TryMoveAsync(invitation.Tenant, [SeatChange.Of(invitation, declined)], token).ConfigureAwait(false);
                var entry = AuditTrail.Entry(declined.Tenant, declined.Id, AuditAction.Declined, actor, now);
                if (!await TryEndAsync(invitation, declined, entry, token).ConfigureAwait(false))
                    return TransactionOutcome.Rollback<Invitation?>(null);
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
        Invitation invitation, Invitation offered, Profile profile, Acceptor acceptor, TenantSettings settings, CancellationToken cancellationToken)
    {
        var now = clock.Now;
        var accepted = offered.Ended(InvitationStatus.Accepted, now) with
        {
            Profile = profile,
            AcceptedBy = acceptor.UserId,
            AcceptanceAttempt = acceptor.Attempt,
        };
        // Who signs up has no id yet: the entry that names the account is written with it.
        var entry = acceptor.UserId is null ? null : EntryOf(invitation, accepted, now);
        if (!await TryEndAsync(invitation, accepted, entry, cancellationToken).ConfigureAwait(false))
            return TransactionOutcome.Rollback(new Claim(null, []));

        var membership = await memberships.MakeAsync(accepted, acceptor, cancellationToken).ConfigureAwait(false);
        if (membership.UserId is not { } userId)
            return TransactionOutcome.Rollback(new Claim(null, membership.Errors));
        var known = entry is null ? await WithUserAsync(invitation, accepted, userId, now, cancellationToken).ConfigureAwait(false) : accepted;
        if (notices.Accepted(known, settings, now) is { } notice)
            await deliveries.AddAsync([notice], cancellationToken).ConfigureAwait(false);
        return TransactionOutcome.Commit(new Claim(known, []));
    }

    /// <summary>Writes down whose account it became, where only the host's handler could know.</summary>
    private async Task<Invitation> WithUserAsync(
        Invitation invitation, Invitation accepted, string userId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var known = accepted with { AcceptedBy = userId, Version = accepted.Version + 1 };

        // In this order, so that a store can send the entry, which nobody waits for, together with the statement after it.
        await audit.AppendAsync([EntryOf(invitation, known, now)], cancellationToken).ConfigureAwait(false);
        var outcomes = await store.ChangeAsync([accepted.ChangedTo(known)], cancellationToken).ConfigureAwait(false);
        return outcomes[0] is ChangeOutcome.Applied
            ? known
            : throw new InvalidOperationException($"Invitation {accepted.Id} changed inside the transaction that had claimed it.");
    }

    private Task<bool> TryEndAsync(Invitation before, Invitation after, AuditEntry? entry, CancellationToken cancellationToken) =>
        store.EndAsync(new() { Found = before, Ended = after, UnexpiredAt = after.EndedAt, Entry = entry }, cancellationToken);

    private static AuditEntry EntryOf(Invitation invitation, Invitation accepted, DateTimeOffset now) => AuditTrail.Entry(
        accepted.Tenant, accepted.Id, AuditAction.Accepted, accepted.AcceptedBy, now, AuditTrail.FormerInviter(invitation, accepted));
}
