namespace Invitations.Stores.InMemory;

internal sealed class InMemorySuppressionStore(InMemorySession session) : ISuppressionStore
{
    private readonly Table<SuppressionKey, Suppression> _suppressions = session.Database.Suppressions;

    public Task<int> AddAsync(IReadOnlyList<Suppression> suppressions, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(suppressions);
        return session.WriteAsync(
            () =>
            {
                var added = 0;
                foreach (var suppression in suppressions)
                {
                    var key = new SuppressionKey(suppression.Scope, suppression.AddressHash);
                    if (_suppressions.Find(key, drafts: true) is not null)
                        continue;
                    _suppressions.Put(key, suppression);
                    added++;
                }

                return added;
            },
            cancellationToken);
    }

    public Task<IReadOnlyList<Suppression>> FindAsync(
        IReadOnlyCollection<SuppressionScope> scopes, IReadOnlyCollection<string> hashes, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(scopes);
        ArgumentNullException.ThrowIfNull(hashes);
        return session.ReadAsync<IReadOnlyList<Suppression>>(
            drafts =>
            [
                .. scopes.Distinct()
                    .SelectMany(scope => hashes.Distinct(StringComparer.Ordinal).Select(hash => _suppressions.Find(new(scope, hash), drafts)))
                    .OfType<Suppression>(),
            ],
            cancellationToken);
    }

    public Task<Suppression?> RemoveAsync(SuppressionScope scope, Guid id, CancellationToken cancellationToken) =>
        session.WriteAsync(
            () =>
            {
                var found = _suppressions.Rows(drafts: true).FirstOrDefault(suppression => suppression.Id == id && suppression.Scope == scope);
                if (found is not null)
                    _suppressions.Remove(new(found.Scope, found.AddressHash));
                return found;
            },
            cancellationToken);

    public Task<IReadOnlyList<Suppression>> ListAsync(SuppressionScope scope, Guid? after, int take, CancellationToken cancellationToken) =>
        session.ReadAsync<IReadOnlyList<Suppression>>(
            drafts =>
            [
                .. _suppressions.Rows(drafts)
                    .Where(suppression => suppression.Scope == scope && (after is null || suppression.Id.CompareTo(after.Value) > 0))
                    .OrderBy(suppression => suppression.Id)
                    .Take(Math.Max(0, take)),
            ],
            cancellationToken);
}
