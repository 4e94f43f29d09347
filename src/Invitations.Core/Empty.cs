using System.Collections.ObjectModel;

namespace Invitations;

internal static class Empty<TKey, TValue>
    where TKey : notnull
{
    public static readonly IReadOnlyDictionary<TKey, TValue> Dictionary = ReadOnlyDictionary<TKey, TValue>.Empty;
}
