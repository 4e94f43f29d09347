using Invitations.Stores;

namespace Invitations;

/// <summary>Writes the rows of a chunk with their deliveries and their trail, inside a transaction: <see cref="WriteAsync"/>, then <see cref="FinishAsync"/>.</summary>
internal sealed class ChunkWriter(
    IInvitationStore store,
    IDeliveryStore deliveries,
    IAuditStore audit,
    InvitationIssuer issuer,
    ReminderPlanner reminders,
    IDirectGrantHandler? directGrants = null)
{
    /// <summary>The chance of a code that is taken is small; of five in a row, none.</summary>
    private const int CodeTries = 5;

    /// <summary>Writes the invitations and finds out which rows lost a race.</summary>
    public async Task WriteAsync(InviteOperation operation, Chunk chunk, ChunkWrite write, CancellationToken cancellationToken)
    {
        await EndExpiredAsync(operation, chunk, write, cancellationToken).ConfigureAwait(false);
        await AddAsync(operation, chunk, write, cancellationToken).ConfigureAwait(false);
        await ChangeAsync(operation, chunk, write, cancellationToken).ConfigureAwait(false);
        for (var i = 0; i < chunk.Rows.Count; i++)
            write.Results[i] ??= chunk.Rows[i].Outcome is InviteOutcome.GrantedDirectly ? Done(chunk.Rows[i], InviteOutcome.GrantedDirectly) : chunk.Rows[i].Refused();
    }

    /// <summary>Grants directly, and writes what follows from all of it. Separate, so that the host's handler is not called for what will be rolled back.</summary>
    public async Task FinishAsync(InviteOperation operation, Chunk chunk, ChunkWrite write, CancellationToken cancellationToken)
    {
        await GrantAsync(operation, chunk, write, cancellationToken).ConfigureAwait(false);
        if (write.Deliveries.Count > 0)
            await deliveries.AddAsync(write.Deliveries, cancellationToken).ConfigureAwait(false);
        if (write.Audit.Count > 0)
            await audit.AppendAsync(write.Audit, cancellationToken).ConfigureAwait(false);
    }

    private async Task EndExpiredAsync(InviteOperation operation, Chunk chunk, ChunkWrite write, CancellationToken cancellationToken)
    {
        var changes = chunk.Replaced.Select(invitation => invitation.ChangedTo(invitation.Ended(InvitationStatus.Expired, chunk.Now))).ToList();
        if (changes.Count == 0)
            return;

        var outcomes = await store.ChangeAsync(changes, cancellationToken).ConfigureAwait(false);
        var applied = changes.Where((_, i) => outcomes[i] is ChangeOutcome.Applied).Select(change => change.Updated).ToList();
        write.NotEnded.AddRange(chunk.Replaced.Where((_, i) => outcomes[i] is not ChangeOutcome.Applied));
        await CancelDeliveriesAsync(operation, applied, chunk.Now, cancellationToken).ConfigureAwait(false);
        foreach (var invitation in applied)
            Record(operation, write, invitation, AuditAction.Expired, InvitationEventKind.Expired, chunk.Now);
    }

    private async Task AddAsync(InviteOperation operation, Chunk chunk, ChunkWrite write, CancellationToken cancellationToken)
    {
        var indexes = IndexesOf(chunk, write, row => row.IsNew);
        var created = indexes.ConvertAll(index => issuer.Create(operation, chunk.Rows[index].Policy, chunk.Now));
        var toAdd = await reminders.PlanAsync(operation.Context.Settings, created, chunk.Now, cancellationToken).ConfigureAwait(false);
        for (var attempt = 1; toAdd.Count > 0; attempt++)
        {
            var conflicts = await store.AddAsync(toAdd, cancellationToken).ConfigureAwait(false);
            var conflicting = conflicts.ToDictionary(conflict => conflict.Index, conflict => conflict.Kind);
            var again = new List<(int Index, Invitation Invitation)>();
            for (var i = 0; i < toAdd.Count; i++)
            {
                if (!conflicting.TryGetValue(i, out var kind))
                    Added(operation, write, indexes[i], chunk.Rows[indexes[i]], toAdd[i], chunk.Now);
                else if (kind is UniqueKeyKind.Code && attempt < CodeTries)
                    again.Add((indexes[i], issuer.WithNextSecret(toAdd[i])));
                else
                    LostRace(write, indexes[i], chunk.Rows[indexes[i]], kind, chunk.Now);
            }

            (indexes, toAdd) = (again.ConvertAll(retry => retry.Index), again.ConvertAll(retry => retry.Invitation));
        }
    }

    private async Task ChangeAsync(InviteOperation operation, Chunk chunk, ChunkWrite write, CancellationToken cancellationToken)
    {
        var indexes = IndexesOf(chunk, write, row => row.Outcome is InviteOutcome.Reinvited or InviteOutcome.Merged);
        if (indexes.Count == 0)
            return;

        var changes = await ChangesOfAsync(operation, chunk, indexes, cancellationToken).ConfigureAwait(false);
        var outcomes = await store.ChangeAsync(changes, cancellationToken).ConfigureAwait(false);
        var reinvited = changes
            .Where((_, i) => outcomes[i] is ChangeOutcome.Applied && chunk.Rows[indexes[i]].Outcome is InviteOutcome.Reinvited)
            .Select(change => change.Updated)
            .ToList();
        await CancelDeliveriesAsync(operation, reinvited, chunk.Now, cancellationToken).ConfigureAwait(false);
        for (var i = 0; i < changes.Count; i++)
        {
            if (outcomes[i] is ChangeOutcome.Applied)
                Changed(operation, write, indexes[i], chunk.Rows[indexes[i]], changes[i].Updated, chunk.Now);
            else
                write.Refuse(indexes[i], chunk.Rows[indexes[i]], new InvitationError(InvitationErrorCodes.InvitationChanged));
        }
    }

    /// <summary>Only of what was changed here: what somebody else has issued in the meantime is still to be sent.</summary>
    private Task CancelDeliveriesAsync(InviteOperation operation, List<Invitation> changed, DateTimeOffset now, CancellationToken cancellationToken) =>
        changed.Count == 0
            ? Task.CompletedTask
            : deliveries.CancelAsync(operation.Context.Tenant, changed.ConvertAll(invitation => invitation.Id), now, cancellationToken);

    private async Task<List<InvitationChange>> ChangesOfAsync(
        InviteOperation operation, Chunk chunk, List<int> indexes, CancellationToken cancellationToken)
    {
        var reissued = indexes
            .Where(index => chunk.Rows[index].Outcome is InviteOutcome.Reinvited)
            .Select(index => issuer.Reissue(chunk.Rows[index].Policy.Existing!, chunk.Rows[index].Policy.Lifetime, chunk.Now))
            .ToList();
        var planned = await reminders.PlanAsync(operation.Context.Settings, reissued, chunk.Now, cancellationToken).ConfigureAwait(false);
        var byId = planned.ToDictionary(invitation => invitation.Id);
        return indexes.ConvertAll(index =>
        {
            var existing = chunk.Rows[index].Policy.Existing!;
            var updated = byId.GetValueOrDefault(existing.Id) ?? chunk.Rows[index].Merged();
            return existing.ChangedTo(
                chunk.Rows[index].IsTakenOver ? InviterHandover.HandedTo(operation.Context.Inviter, updated) : updated);
        });
    }

    private async Task GrantAsync(InviteOperation operation, Chunk chunk, ChunkWrite write, CancellationToken cancellationToken)
    {
        foreach (var index in IndexesOf(chunk, write, row => row.Outcome is InviteOutcome.GrantedDirectly))
        {
            var row = chunk.Rows[index].Policy;
            var context = new DirectGrantContext
            {
                Tenant = operation.Context.Tenant,
                Account = row.Account!,
                Grant = row.Draft.Grant,
                Inviter = operation.Context.Inviter,
                Metadata = row.Draft.Metadata,
            };
            await DirectGrants.Required(directGrants).GrantAsync(context, cancellationToken).ConfigureAwait(false);
            write.Audit.Add(AuditTrail.Entry(
                operation.Context.Tenant, null, AuditAction.GrantedDirectly, operation.Context.Inviter.UserId, chunk.Now, Facts(context)));
        }
    }

    private static void Added(InviteOperation operation, ChunkWrite write, int index, InviteRow row, Invitation invitation, DateTimeOffset now)
    {
        write.Results[index] = Done(row, row.Outcome, invitation);
        if (row.Outcome is InviteOutcome.AwaitingApproval)
        {
            Record(operation, write, invitation, AuditAction.ApprovalRequested, InvitationEventKind.ApprovalRequested, now);
            return;
        }

        write.Deliveries.AddRange(InvitationIssuer.DeliveriesOf(invitation, DeliveryPurpose.Invitation, now));
        Record(operation, write, invitation, AuditAction.Created, InvitationEventKind.Created, now);
        write.Events.Add(new(InvitationEventKind.Issued, invitation, now));
    }

    private static void Changed(InviteOperation operation, ChunkWrite write, int index, InviteRow row, Invitation invitation, DateTimeOffset now)
    {
        var formerInviter = AuditTrail.FormerInviter(row.Policy.Existing!, invitation);
        write.Results[index] = Done(row, row.Outcome, invitation);
        if (row.Outcome is InviteOutcome.Reinvited)
        {
            write.Deliveries.AddRange(InvitationIssuer.DeliveriesOf(invitation, DeliveryPurpose.Reinvite, now));
            Record(operation, write, invitation, AuditAction.Reinvited, InvitationEventKind.Reinvited, now, formerInviter);
        }
        else
        {
            (string, string)[] former = [.. AuditTrail.Facts(row.Policy.Existing!.Grant), .. formerInviter];
            Record(operation, write, invitation, AuditAction.Merged, InvitationEventKind.Edited, now, former);
        }
    }

    private static void LostRace(ChunkWrite write, int index, InviteRow row, UniqueKeyKind kind, DateTimeOffset now) => write.Refuse(index, row, kind switch
    {
        UniqueKeyKind.EmployeeId => Refusals.Of(
            InvitationErrorCodes.EmployeeIdInUse, FieldNames.EmployeeId, "employeeId", row.Policy.Draft.Profile.EmployeeId ?? ""),
        UniqueKeyKind.Code => new InvitationError(InvitationErrorCodes.InvitationChanged),
        _ => Refusals.Of(InvitationErrorCodes.InvitationAlreadyPending, Refusals.FieldOf(kind, row.Policy.Draft.Recipient), "since", now),
    });

    private static InviteResult Done(InviteRow row, InviteOutcome outcome, Invitation? invitation = null) => new(row.Policy.Row, outcome)
    {
        InvitationId = invitation?.Id,
        Recipient = row.Recipient,
        ExpiresAt = invitation?.ExpiresAt,
        Warnings = row.Policy.Warnings,
    };

    private static (string Name, string Value)[] Facts(DirectGrantContext context) =>
    [
        ("user", context.Account.UserId),
        ("kind", context.Grant.Kind.ToString()),
        ("roles", string.Join(", ", context.Grant.Roles)),
        ("groups", string.Join(", ", context.Grant.Groups)),
        ("products", string.Join(", ", context.Grant.Products)),
    ];

    private static void Record(
        InviteOperation operation,
        ChunkWrite write,
        Invitation invitation,
        AuditAction action,
        InvitationEventKind kind,
        DateTimeOffset now,
        params (string Name, string Value)[] details)
    {
        write.Audit.Add(AuditTrail.Entry(invitation.Tenant, invitation.Id, action, operation.Context.Inviter.UserId, now, details));
        write.Events.Add(new(kind, invitation, now));
    }

    /// <summary>The rows that are meant and are not refused by now.</summary>
    private static List<int> IndexesOf(Chunk chunk, ChunkWrite write, Predicate<InviteRow> isMeant)
    {
        var indexes = new List<int>(chunk.Rows.Count);
        for (var i = 0; i < chunk.Rows.Count; i++)
        {
            if (isMeant(chunk.Rows[i]) && write.Results[i] is not { Succeeded: false })
                indexes.Add(i);
        }

        return indexes;
    }
}
