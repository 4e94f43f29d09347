using System.Diagnostics;

namespace Invitations;

/// <summary>The keys of a host: the first one signs, every one verifies. What no key of the ring made is refused.</summary>
/// <remarks>Immutable. To rotate or retire a key, let <see cref="IKeyRingSource.Current"/> answer another ring.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class KeyRing
{
    private readonly InvitationKey[] _keys;

    /// <summary>Creates the ring.</summary>
    /// <param name="keys">One key or more, the signing one first.</param>
    /// <exception cref="ArgumentNullException"><paramref name="keys"/> or one of them is null.</exception>
    /// <exception cref="ArgumentException">There is no key (INV001), or the same key twice (INV003).</exception>
    public KeyRing(params IEnumerable<InvitationKey> keys)
    {
        ArgumentNullException.ThrowIfNull(keys);
        _keys = [.. keys];
        if (_keys.Length == 0)
            throw new ArgumentException(
                "INV001: no key is configured. Add a key of 32 random bytes: " +
                "services.AddInvitations(o => o.Keys.Add(configuration[\"Invitations:Key\"]!)). " +
                $"{InvitationKey.HowToMake} For demos and tests call UseEphemeralKeys().");

        var ids = new HashSet<uint>(_keys.Length);
        foreach (var key in _keys)
        {
            ArgumentNullException.ThrowIfNull(key, nameof(keys));
            if (!ids.Add(key.Id))
                throw new ArgumentException(
                    $"INV003: the key {key} is configured twice. Remove one of the two 'o.Keys.Add(...)', " +
                    $"or give the second a key of its own. {InvitationKey.HowToMake}");
        }
    }

    /// <summary>The key that signs.</summary>
    public InvitationKey Signing => _keys[0];

    /// <summary>The keys that verify, the signing one first.</summary>
    public IReadOnlyList<InvitationKey> Keys => _keys.AsReadOnly();

    /// <summary>The ids of the keys, never the keys.</summary>
    public override string ToString() => string.Join<InvitationKey>(", ", _keys);

    internal ReadOnlySpan<InvitationKey> AsSpan() => _keys;

    /// <summary>The key of that id, or null where it is retired or was never there.</summary>
    internal InvitationKey? Find(uint id)
    {
        // A ring has two or three keys: a loop is faster than a dictionary, and allocates nothing.
        foreach (var key in _keys)
        {
            if (key.Id == id)
                return key;
        }

        return null;
    }
}
