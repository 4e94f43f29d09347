using Invitations.Stores;

namespace Invitations;

/// <summary>Keeps a request to join as an invitation that awaits approval, in one transaction.</summary>
internal sealed class JoinRequestWriter(
    IStoreTransaction transaction,
    IInvitationStore store,
    IDeliveryStore deliveries,
    IAuditStore audit,
    SeatAccounting seats,
    IAccountDirectory? accounts = null)
{
    /// <returns>Whether there is anything to ask for: the person is no member, and nothing open is for them.</returns>
    public async Task<bool> IsNewAsync(Invitation request, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var recipient = request.Recipient;
        var query = new AccountQuery
        {
            Tenant = request.Tenant,
            Emails = recipient.Email is { } email ? [email] : [],
            UserIds = recipient.UserId is { } userId ? [userId] : [],
        };
        var found = accounts is null ? [] : await accounts.FindAsync(query, cancellationToken).ConfigureAwait(false);
        if (found.Any(account => account.IsMember))
            return false;
        var open = await store.FindOpenAsync(request.Tenant, [.. UniqueKey.Of(request)], cancellationToken).ConfigureAwait(false);
        return open.All(invitation => invitation.StatusAt(now) is InvitationStatus.Expired);
    }

    /// <returns>What ended to make room, and whether the request was kept; it is not where another one was faster.</returns>
    public Task<(bool IsKept, IReadOnlyList<Invitation> Ended)> WriteAsync(
        Invitation request, string? requester, DateTimeOffset now, CancellationToken cancellationToken) =>
        transaction.ExecuteAsync(
            async token =>
            {
                var ended = await EndExpiredAsync(request, now, token).ConfigureAwait(false);
                var conflicts = await store.AddAsync([request], token).ConfigureAwait(false);
                if (conflicts.Count > 0)
                    return TransactionOutcome.Rollback<(bool, IReadOnlyList<Invitation>)>((false, []));
                await audit
                    .AppendAsync(
                        [
                            .. ended.Select(invitation => AuditTrail.Entry(invitation.Tenant, invitation.Id, AuditAction.Expired, requester, now)),
                            AuditTrail.Entry(request.Tenant, request.Id, AuditAction.JoinRequested, requester, now),
                        ],
                        token)
                    .ConfigureAwait(false);
                return TransactionOutcome.Commit<(bool, IReadOnlyList<Invitation>)>((true, ended));
            },
            cancellationToken);

    private async Task<IReadOnlyList<Invitation>> EndExpiredAsync(Invitation request, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var holders = await store.FindOpenAsync(request.Tenant, [.. UniqueKey.Of(request)], cancellationToken).ConfigureAwait(false);
        var changes = holders
            .Where(holder => holder.StatusAt(now) is InvitationStatus.Expired)
            .Select(holder => holder.ChangedTo(holder.Ended(InvitationStatus.Expired, now)))
            .ToList();
        if (changes.Count == 0)
            return [];

        await seats.EnterAsync(request.Tenant, cancellationToken).ConfigureAwait(false);
        var outcomes = await store.ChangeAsync(changes, cancellationToken).ConfigureAwait(false);
        var applied = changes.Where((_, i) => outcomes[i] is ChangeOutcome.Applied).ToList();
        var ended = applied.ConvertAll(change => change.Updated);
        var seated = applied.Where(change => change.ExpectedStatus is InvitationStatus.Pending).CountBy(change => change.Updated.Grant.Kind).ToDictionary();
        await seats
            .FreeAsync(request.Tenant, seated.GetValueOrDefault(GrantKind.Member), seated.GetValueOrDefault(GrantKind.Guest), cancellationToken)
            .ConfigureAwait(false);
        if (ended.Count > 0)
            await deliveries.CancelAsync(request.Tenant, ended.ConvertAll(invitation => invitation.Id), now, cancellationToken).ConfigureAwait(false);
        return ended;
    }
}
