namespace Invitations;

/// <summary>Invitations of one tenant whose next reminder is asked for.</summary>
public sealed class ReminderContext
{
    /// <summary>The tenant.</summary>
    public required TenantId Tenant { get; init; }

    /// <summary>The settings of the tenant.</summary>
    public required TenantSettings Settings { get; init; }

    /// <summary>The present instant.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>What to say for each invitation.</summary>
    public required IReadOnlyList<ReminderPlan> Plans { get; init; }
}
