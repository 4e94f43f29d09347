using Invitations.Stores;

namespace Invitations;

/// <summary>Deletes invitations, in one call to the store a chunk. The trail stays, and says of each what had become of it.</summary>
internal sealed class DeletionChange(IStoreTransaction transaction, IInvitationSetStore sets, SeatAccounting seats) : IBulkChange
{
    public string Name => "delete";

    public InvitationOperation Operation => InvitationOperation.Delete;

    public bool AsksPolicies => true;

    public InvitationEventKind Event => InvitationEventKind.Deleted;

    public bool Sends => false;

    public TimeSpan? Lifetime => null;

    public bool IsUnchanged(OpenedInvitation row, DateTimeOffset now) => false;

    public async Task<BulkWrite> WriteAsync(
        IReadOnlyList<OpenedInvitation> rows, Inviter actor, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var found = rows.Select(row => row.Found!).ToList();
        var chunk = InvitationSets.Of(found, now, it => AuditTrail.Entry(
            it.Tenant, it.Id, AuditAction.Deleted, actor.UserId, now, ("status", it.StatusAt(now).ToString())));
        SeatChange[] freed = [.. found.Select(FreedBy)];
        return await transaction
            .ExecuteAsync(
                async token =>
                {
                    await seats.TryMoveAsync(chunk.Tenant, freed, token).ConfigureAwait(false);
                    var ids = (await sets.DeleteAsync(chunk, token).ConfigureAwait(false)).ToHashSet();
                    await seats.UndoAsync(chunk.Tenant, [.. freed.Where((_, i) => !ids.Contains(found[i].Id))], token).ConfigureAwait(false);
                    return TransactionOutcome.Commit(BulkWrite.Of([.. found.Where(it => ids.Contains(it.Id))]));
                },
                cancellationToken)
            .ConfigureAwait(false);
    }

    // What has expired unmarked still holds a seat; the seat of an accepted one is the member's.
    private static SeatChange FreedBy(Invitation invitation) =>
        invitation.Status is InvitationStatus.Pending ? SeatChange.Of(invitation, null) : default;
}
