using Invitations.Stores;

namespace Invitations;

/// <summary>Writes one change with its deliveries and its trail, in one transaction.</summary>
internal sealed class AdministrationWriter(
    IStoreTransaction transaction, IInvitationStore store, IDeliveryStore deliveries, IAuditStore audit, SeatAccounting seats, QuotaGate quotas)
{
    public Task<AdministrationWrite> ReissueAsync(Invitation before, Invitation after, QuotaSource source, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var entry = Entry(after, AuditAction.Reinvited, source.Inviter, now, AuditTrail.FormerInviter(before, after));
        return WriteAsync(before, after, DeliveryPurpose.Reinvite, source, entry, cancellationToken);
    }

    public Task<AdministrationWrite> RevokeAsync(Invitation before, Inviter actor, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var after = before.Ended(InvitationStatus.Revoked, now);
        return WriteAsync(before, after, null, null, Entry(after, AuditAction.Revoked, actor, now), cancellationToken);
    }

    public Task<AdministrationWrite> EditAsync(Invitation before, Invitation after, QuotaSource source, DateTimeOffset now, CancellationToken cancellationToken)
    {
        (string, string)[] facts = [.. AuditTrail.Facts(before.Grant), .. FormerAddress(before.Recipient, after.Recipient), .. AuditTrail.FormerInviter(before, after)];

        // What is not sent yet has nothing to be sent again.
        DeliveryPurpose? send = after.SecretVersion == before.SecretVersion || after.Status is not InvitationStatus.Pending
            ? null
            : DeliveryPurpose.Invitation;
        return WriteAsync(before, after, send, source, Entry(after, AuditAction.Edited, source.Inviter, now, facts), cancellationToken);
    }

    public Task RecordShownAsync(Invitation invitation, Inviter actor, DateTimeOffset now, CancellationToken cancellationToken) =>
        audit.AppendAsync([Entry(invitation, AuditAction.SecretShown, actor, now)], cancellationToken);

    private Task<AdministrationWrite> WriteAsync(
        Invitation before, Invitation after, DeliveryPurpose? send, QuotaSource? source, AuditEntry entry, CancellationToken cancellationToken) =>
        transaction.ExecuteAsync(
            async token =>
            {
                var holders = await FindExpiredAsync(before, after, entry.At, token).ConfigureAwait(false);
                SeatChange[] changes = [SeatChange.Of(before, after), .. holders.Select(holder => SeatChange.Of(holder, null))];
                if (await seats.TryMoveAsync(after.Tenant, changes, token).ConfigureAwait(false) is { } noSeat)
                    return TransactionOutcome.Rollback(AdministrationWrite.Refused([noSeat]));
                if (send is not null && source is { } sender)
                {
                    var demand = new QuotaDemand(after.Recipient, Opens: before.StatusAt(entry.At) is not InvitationStatus.Pending);
                    var refusals = await quotas.TryTakeAsync(sender, demand, entry.At, token).ConfigureAwait(false);
                    if (refusals.Count > 0)
                        return TransactionOutcome.Rollback(AdministrationWrite.Refused(refusals));
                }

                var ended = await EndAsync(holders, entry, token).ConfigureAwait(false);
                var outcome = await ChangeAsync(before, after, token).ConfigureAwait(false);
                if (outcome is not ChangeOutcome.Applied)
                    return TransactionOutcome.Rollback(AdministrationWrite.Refused([Refusal(outcome, entry.At)]));

                if (send is not null || after.Status is InvitationStatus.Revoked)
                    await deliveries.CancelAsync(after.Tenant, [after.Id], entry.At, token).ConfigureAwait(false);
                if (send is { } purpose && after.Channels.Count > 0)
                    await deliveries.AddAsync([.. InvitationIssuer.DeliveriesOf(after, purpose, entry.At)], token).ConfigureAwait(false);
                await audit.AppendAsync([entry], token).ConfigureAwait(false);
                return TransactionOutcome.Commit(new AdministrationWrite(after, [], ended));
            },
            cancellationToken);

    /// <summary>An invitation that has expired holds its address until somebody needs it: here, the one that is changed.</summary>
    private async Task<List<Invitation>> FindExpiredAsync(
        Invitation before, Invitation after, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var gained = InvitationLifecycle.IsOpen(after.Status) ? UniqueKey.Of(after.Recipient, after.Profile).ToHashSet() : [];
        if (InvitationLifecycle.IsOpen(before.Status))
            gained.ExceptWith(UniqueKey.Of(before.Recipient, before.Profile));
        if (gained.Count == 0)
            return [];

        var holders = await store.FindOpenAsync(after.Tenant, gained, cancellationToken).ConfigureAwait(false);
        return [.. holders.Where(holder => holder.Id != after.Id && holder.StatusAt(now) is InvitationStatus.Expired)];
    }

    private async Task<IReadOnlyList<Invitation>> EndAsync(List<Invitation> holders, AuditEntry entry, CancellationToken cancellationToken)
    {
        var ended = new List<Invitation>(holders.Count);
        foreach (var holder in holders)
        {
            var expired = holder.Ended(InvitationStatus.Expired, entry.At);
            if (await ChangeAsync(holder, expired, cancellationToken).ConfigureAwait(false) is ChangeOutcome.Applied)
                ended.Add(expired);
            else
                await seats.UndoAsync(holder.Tenant, [SeatChange.Of(holder, null)], cancellationToken).ConfigureAwait(false);
        }

        if (ended.Count > 0)
        {
            await audit
                .AppendAsync(
                    [.. ended.Select(expired => AuditTrail.Entry(expired.Tenant, expired.Id, AuditAction.Expired, entry.Actor, entry.At))],
                    cancellationToken)
                .ConfigureAwait(false);
        }

        return ended;
    }

    private async Task<ChangeOutcome> ChangeAsync(Invitation before, Invitation after, CancellationToken cancellationToken)
    {
        var outcomes = await store.ChangeAsync([before.ChangedTo(after)], cancellationToken).ConfigureAwait(false);
        return outcomes[0];
    }

    private static AuditEntry Entry(
        Invitation invitation, AuditAction action, Inviter actor, DateTimeOffset now, params (string Name, string Value)[] details) =>
        AuditTrail.Entry(invitation.Tenant, invitation.Id, action, actor.UserId, now, details);

    private static (string Name, string Value)[] FormerAddress(Recipient before, Recipient after)
    {
        string?[] changed =
        [
            before.Email == after.Email ? null : AddressMask.Of(new() { Email = before.Email }),
            before.Phone == after.Phone ? null : AddressMask.Of(new() { Phone = before.Phone }),
        ];
        var former = string.Join(", ", changed.OfType<string>());
        return former.Length == 0 ? [] : [("former_address", former)];
    }

    private static InvitationError Refusal(ChangeOutcome outcome, DateTimeOffset now) => outcome is ChangeOutcome.KeyTaken
        ? Refusals.Of(InvitationErrorCodes.InvitationAlreadyPending, null, "since", now)
        : new(InvitationErrorCodes.InvitationChanged);
}
