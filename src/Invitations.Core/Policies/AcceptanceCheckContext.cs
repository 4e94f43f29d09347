namespace Invitations;

/// <summary>What is about to be accepted.</summary>
public sealed class AcceptanceCheckContext
{
    /// <summary>The invitation.</summary>
    public required Invitation Invitation { get; init; }

    /// <summary>The link by which somebody joins, or null. The invitation is then the one that joining makes.</summary>
    public InvitationLink? Link { get; init; }

    /// <summary>Who accepts.</summary>
    public required Acceptor Acceptor { get; init; }

    /// <summary>The settings of the tenant.</summary>
    public required TenantSettings Settings { get; init; }

    /// <summary>The present instant.</summary>
    public required DateTimeOffset Now { get; init; }
}
