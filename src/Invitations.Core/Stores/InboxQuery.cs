namespace Invitations.Stores;

/// <summary>Whose open invitations are asked for.</summary>
public sealed record InboxQuery
{
    /// <summary>The keys of one person: verified addresses and the account.</summary>
    public required IReadOnlyCollection<UniqueKey> Keys { get; init; }

    /// <summary>The instant by which expiry is judged.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>The most invitations; none where it is 0 or less.</summary>
    public required int Take { get; init; }
}
