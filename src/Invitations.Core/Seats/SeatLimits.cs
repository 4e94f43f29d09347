namespace Invitations;

/// <summary>How many seats a plan has. Guests are counted apart from members.</summary>
public sealed record SeatLimits
{
    /// <summary>The most members, or null, the default, for any number. 0 allows none.</summary>
    public int? Members { get; init; }

    /// <summary>The most guests, or null, the default, for any number. 0 allows none.</summary>
    public int? Guests { get; init; }

    internal int? Of(GrantKind kind) => kind is GrantKind.Guest ? Guests : Members;
}
