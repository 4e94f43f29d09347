namespace Invitations;

/// <summary>Who may ask to join, what they would get, and how often strangers may ask.</summary>
public sealed record JoinRequestSettings
{
    /// <summary>Whether anybody may ask to join. The default value is <see langword="false"/>.</summary>
    public bool Allowed { get; init; }

    /// <summary>The e-mail domains from which one may ask, as in <see cref="DomainSettings.Allowed"/>. Empty, the default, means all that may be invited.</summary>
    public IReadOnlyList<string> Domains { get; init; } = [];

    /// <summary>What a request asks for, member or guest. The default value is <see cref="GrantKind.Member"/>. Whoever approves may edit the request before.</summary>
    public GrantKind Kind { get; init; }

    /// <summary>The ids of the roles that a request asks for. Empty by default.</summary>
    public IReadOnlyList<string> Roles { get; init; } = [];

    /// <summary>The ids of the groups that a request asks for; admins of these groups may approve it too. Empty by default: the whole tenant.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>The ids of the products that a request asks for. Empty by default.</summary>
    public IReadOnlyList<string> Products { get; init; } = [];

    /// <summary>The requests that one caller may make within <see cref="Window"/>. 1 or more; the default value is 5.</summary>
    public int AttemptsPerCaller { get; init; } = 5;

    /// <summary>The requests that the tenant takes from all callers within <see cref="Window"/>. 1 or more; the default value is 200.</summary>
    public int AttemptsPerTenant { get; init; } = 200;

    /// <summary>The window that requests are counted in. Longer than zero, at most 30 days; the default value is 1 hour.</summary>
    public TimeSpan Window { get; init; } = TimeSpan.FromHours(1);
}
