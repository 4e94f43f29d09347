namespace Invitations.Stores.InMemory;

internal sealed class InMemoryDueStore(InMemorySession session) : IDueStore
{
    private readonly InMemoryDatabase _database = session.Database;

    public Task<IReadOnlyList<Invitation>> FindExpiredAsync(DateTimeOffset now, int take, CancellationToken cancellationToken) =>
        session.ReadAsync<IReadOnlyList<Invitation>>(
            drafts => [.. _database.Invitations.Due(drafts).ByExpiry.After(null).TakeWhile(row => row.ExpiresAt <= now).Take(Math.Max(0, take))],
            cancellationToken);

    public Task<IReadOnlyList<Invitation>> FindDueRemindersAsync(DateTimeOffset now, int take, CancellationToken cancellationToken) =>
        session.ReadAsync<IReadOnlyList<Invitation>>(
            drafts => [.. _database.Invitations.Due(drafts).ByReminder.After(null).TakeWhile(row => row.ReminderDueAt <= now).Take(Math.Max(0, take))],
            cancellationToken);

    public Task<IReadOnlyCollection<Guid>> MoveRemindersAsync(IReadOnlyList<ReminderMove> moves, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(moves);
        return session.WriteAsync<IReadOnlyCollection<Guid>>(
            () =>
            {
                var (before, after) = (new List<Invitation>(moves.Count), new List<Invitation>(moves.Count));
                foreach (var move in moves)
                {
                    if (_database.Invitations.Find(move.Id, drafts: true) is not { Status: InvitationStatus.Pending } found
                        || found.Version != move.ExpectedVersion)
                    {
                        continue;
                    }

                    before.Add(found);
                    after.Add(found with { ReminderDueAt = move.NextDueAt, Version = found.Version + 1 });
                }

                _database.Invitations.Replace(before, after);
                return after.ConvertAll(invitation => invitation.Id);
            },
            cancellationToken);
    }
}
