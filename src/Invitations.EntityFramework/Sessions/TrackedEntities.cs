using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Invitations.Stores.EntityFramework;

/// <summary>
/// What the host's context tracked before a transaction. A rollback undoes rows and not the tracker, which would then take what is gone for
/// stored: the transaction could not be run again, and the scope not be used on.
/// </summary>
internal sealed class TrackedEntities
{
    private readonly ChangeTracker _tracker;
    private readonly Dictionary<object, EntityState> _states;

    private TrackedEntities(ChangeTracker tracker)
    {
        _tracker = tracker;
        _states = tracker.Entries().ToDictionary(entry => entry.Entity, entry => entry.State, ReferenceEqualityComparer.Instance);
        HasChanges = _states.Values.Any(IsChanged);
    }

    /// <summary>Whether the host had changes pending, which are not ours to save.</summary>
    public bool HasChanges { get; }

    public static TrackedEntities Of(DbContext context) => new(context.ChangeTracker);

    /// <summary>Whether something has been changed since and not been saved.</summary>
    public bool HasNewChanges() => _tracker.Entries().Any(entry => IsChanged(entry.State) && _states.GetValueOrDefault(entry.Entity) != entry.State);

    /// <summary>Forgets what has come since, and gives what was there before its former state.</summary>
    public void Restore()
    {
        foreach (var entry in _tracker.Entries().ToList())
        {
            if (!_states.TryGetValue(entry.Entity, out var state))
                entry.State = EntityState.Detached;
            else if (entry.State != state)
                entry.State = state;
        }
    }

    private static bool IsChanged(EntityState state) => state is EntityState.Added or EntityState.Modified or EntityState.Deleted;
}
