namespace Invitations;

/// <summary>Which e-mail domains may be invited.</summary>
/// <remarks>A domain matches as a whole, label by label; <c>*.example.com</c> matches what is below <c>example.com</c> but not itself.</remarks>
public sealed record DomainSettings
{
    /// <summary>The domains that may be invited. Empty, the default, means every one that is not denied.</summary>
    public IReadOnlyList<string> Allowed { get; init; } = [];

    /// <summary>The domains that may not be invited, also where they are allowed. Empty by default.</summary>
    public IReadOnlyList<string> Denied { get; init; } = [];

    /// <summary>Whether guests are exempt from <see cref="Allowed"/>; never from <see cref="Denied"/>. The default value is <see langword="false"/>.</summary>
    public bool GuestsExempt { get; init; }
}
