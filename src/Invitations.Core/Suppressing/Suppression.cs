namespace Invitations;

/// <summary>One address that is not invited. The address itself is not kept.</summary>
public sealed record Suppression
{
    /// <summary>The id, a time-ordered UUID.</summary>
    public required Guid Id { get; init; }

    /// <summary>Where it is not invited.</summary>
    public required SuppressionScope Scope { get; init; }

    /// <summary>A keyed hash of the address, in hexadecimal digits, by which it is found.</summary>
    public required string AddressHash { get; init; }

    /// <summary>The address with most of it masked, for people who look at the list.</summary>
    public required string MaskedAddress { get; init; }

    /// <summary>Why.</summary>
    public required SuppressionReason Reason { get; init; }

    /// <summary>The host's id of the user who entered it, the name of a trusted system, or null where the person did.</summary>
    public string? By { get; init; }

    /// <summary>Since when.</summary>
    public required DateTimeOffset At { get; init; }
}
