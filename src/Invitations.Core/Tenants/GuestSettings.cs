namespace Invitations;

/// <summary>What holds for guests.</summary>
public sealed record GuestSettings
{
    /// <summary>Whether guests can be invited at all. The default value is <see langword="true"/>.</summary>
    public bool Allowed { get; init; } = true;

    /// <summary>Whether a guest needs at least one group, because a guest sees nothing else. The default value is <see langword="true"/>.</summary>
    public bool GroupRequired { get; init; } = true;
}
