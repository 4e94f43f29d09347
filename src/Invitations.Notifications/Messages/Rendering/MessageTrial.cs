namespace Invitations;

/// <summary>What an administrator tries out before it is saved.</summary>
internal sealed class MessageTrial
{
    public MessageTemplate? Template { get; init; }

    public MessageBranding? Branding { get; init; }

    /// <summary>The names of groups to show, or null for those of the invitation.</summary>
    public IReadOnlyList<string>? Groups { get; init; }
}
