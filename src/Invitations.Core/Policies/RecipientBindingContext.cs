namespace Invitations;

/// <summary>Who accepts what.</summary>
public sealed class RecipientBindingContext
{
    /// <summary>The invitation.</summary>
    public required Invitation Invitation { get; init; }

    /// <summary>Who accepts.</summary>
    public required Acceptor Acceptor { get; init; }

    /// <summary>The settings of the tenant.</summary>
    public required TenantSettings Settings { get; init; }
}
