namespace Invitations;

/// <summary>The seats of a tenant.</summary>
public sealed record SeatUsage
{
    /// <summary>The seats of members.</summary>
    public required SeatCount Members { get; init; }

    /// <summary>The seats of guests.</summary>
    public required SeatCount Guests { get; init; }
}
