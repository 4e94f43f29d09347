namespace Invitations;

/// <summary>What a message says, cleaned, bounded and set apart in its direction: the values for the names of templates.</summary>
internal sealed class MessageFacts
{
    public required string FirstName { get; init; }

    public required string Person { get; init; }

    public required string Address { get; init; }

    public required string Inviter { get; init; }

    public required string Organization { get; init; }

    public required string Product { get; init; }

    public required string Groups { get; init; }

    public required bool HasManyGroups { get; init; }

    public required string Link { get; init; }

    public required string Code { get; init; }

    public required string UnsubscribeLink { get; init; }

    public required string Expiry { get; init; }

    public required string Reason { get; init; }

    public required string Support { get; init; }

    public required IReadOnlyList<string> Quote { get; init; }

    public required IReadOnlyList<string> Footer { get; init; }

    /// <summary>The names that the words of a message may use.</summary>
    public Dictionary<string, object> ForWords() => new(16, StringComparer.Ordinal)
    {
        ["address"] = Address,
        ["code"] = Code,
        ["expiry"] = Expiry,
        ["firstName"] = FirstName,
        ["groups"] = Groups,
        ["inviter"] = Inviter,
        ["link"] = Link,
        ["manyGroups"] = HasManyGroups,
        ["organization"] = Organization,
        ["person"] = Person,
        ["product"] = Product,
        ["reason"] = Reason,
        ["support"] = Support,
    };
}
