namespace Invitations;

/// <summary>What holds for links for many people.</summary>
public sealed record LinkSettings
{
    /// <summary>Whether there are such links at all. The default value is <see langword="true"/>. False also keeps people from joining by links that were made before.</summary>
    public bool Allowed { get; init; } = true;

    /// <summary>The most people that one link may let in, so that every link needs a cap; or null, the default, where a link needs none.</summary>
    public int? MostUses { get; init; }
}
