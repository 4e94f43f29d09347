namespace Invitations;

/// <summary>What somebody may do in a tenant.</summary>
public sealed record InviterAuthority
{
    /// <summary>No authority at all.</summary>
    public static InviterAuthority None { get; } = new();

    /// <summary>The level. The default value is <see cref="InviterLevel.None"/>.</summary>
    public InviterLevel Level { get; init; }

    /// <summary>The ids of the groups within reach: administered by a group admin, belonged to by a member. Not looked at for an organisation admin.</summary>
    public IReadOnlyCollection<string> Groups { get; init; } = [];

    /// <summary>The ids of the roles held. Nobody grants a role that ranks above these; an organisation admin for whom none is named grants any.</summary>
    public IReadOnlyCollection<string> Roles { get; init; } = [];
}
