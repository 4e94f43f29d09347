namespace Invitations;

/// <summary>How to decline.</summary>
public sealed record DeclineOptions
{
    /// <summary>
    /// Whether the person does not want to be invited by this tenant again: the invited addresses are suppressed (see <see cref="ISuppressionList"/>).
    /// The default value is <see langword="false"/>. It comes from a tick of the person's own.
    /// </summary>
    public bool DoNotAskAgain { get; init; }
}
