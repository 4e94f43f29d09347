using Invitations.Stores;

namespace Invitations;

/// <summary>Moves the expiry of pending invitations; their secrets stay.</summary>
internal sealed class ExtensionChange(
    IStoreTransaction transaction, IInvitationStore store, IAuditStore audit, ReminderPlanner reminders, TimeSpan? lifetime) : IBulkChange
{
    public string Name => "extend";

    public InvitationOperation Operation => InvitationOperation.Extend;

    public bool AsksPolicies => true;

    public InvitationEventKind Event => InvitationEventKind.Extended;

    public bool Sends => false;

    public TimeSpan? Lifetime => lifetime;

    public bool IsUnchanged(OpenedInvitation row, DateTimeOffset now) =>
        row.Row!.HasLifetime && (row.Found!.ExpiresAt is null || row.Found.ExpiresAt >= ExpiryOf(row, now));

    public async Task<BulkWrite> WriteAsync(
        IReadOnlyList<OpenedInvitation> rows, Inviter actor, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (answered, refused) = ReissueChange.WithLifetime(rows);
        if (answered.Count == 0)
            return new([], [], refused);
        var extended = answered.ConvertAll(row => row.Found! with { ExpiresAt = ExpiryOf(row, now), Version = row.Found.Version + 1 });
        var planned = await reminders.PlanAsync(rows[0].Operation.Settings, extended, now, cancellationToken).ConfigureAwait(false);
        var changes = answered.Select((row, i) => row.Found!.ChangedTo(planned[i], unexpiredAt: now)).ToList();
        var done = await transaction
            .ExecuteAsync(
                async token =>
                {
                    var outcomes = await store.ChangeAsync(changes, token).ConfigureAwait(false);
                    var applied = planned.Where((_, i) => outcomes[i] is ChangeOutcome.Applied).ToList();
                    await audit.AppendAsync(EntriesOf(answered, applied, actor, now), token).ConfigureAwait(false);
                    return TransactionOutcome.Commit(applied);
                },
                cancellationToken)
            .ConfigureAwait(false);
        return new(done, [], refused);
    }

    private static DateTimeOffset? ExpiryOf(OpenedInvitation row, DateTimeOffset now) =>
        row.Row!.Lifetime is { } span ? InvitationClock.Cut(now + span) : null;

    private static IReadOnlyList<AuditEntry> EntriesOf(
        List<OpenedInvitation> rows, List<Invitation> applied, Inviter actor, DateTimeOffset now)
    {
        var before = rows.ToDictionary(row => row.Found!.Id, row => row.Found!.ExpiresAt);
        return [.. applied.Select(it => AuditTrail.Entry(it.Tenant, it.Id, AuditAction.Extended, actor.UserId, now, ("former_expiry", Text(before[it.Id]))))];
    }

    private static string Text(DateTimeOffset? expiry) => expiry?.ToString("O", System.Globalization.CultureInfo.InvariantCulture) ?? "";
}
