namespace Invitations;

/// <summary>Somebody who has left, or has lost the authority to invite.</summary>
public sealed record InviterDeparture
{
    /// <summary>The most invitations that one call may look at: 10,000.</summary>
    public const int MaxCount = 10_000;

    /// <summary>Creates a departure.</summary>
    /// <param name="userId">The host's id of the user.</param>
    public InviterDeparture(string userId)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(userId);
        UserId = userId;
    }

    /// <summary>The host's id of the user.</summary>
    public string UserId { get; }

    /// <summary>What becomes of the open invitations, or null for what the tenant says (see <see cref="AuthoritySettings.WhenInviterLeaves"/>).</summary>
    public InviterDepartureAction? Action { get; init; }

    /// <summary>Who takes over, or null for the one whom <see cref="IInviterSuccession"/> names.</summary>
    public Inviter? Successor { get; init; }

    /// <summary>The most invitations to look at in this call, 1 to <see cref="MaxCount"/>. The default value is <see cref="MaxCount"/>; a value outside is taken to the nearest bound.</summary>
    public int Most { get; init; } = MaxCount;

    /// <summary><see cref="InviterDepartureResult.NextCursor"/> of the call before, or null to begin.</summary>
    public string? Cursor { get; init; }
}
