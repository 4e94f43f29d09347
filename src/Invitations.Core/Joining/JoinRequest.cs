namespace Invitations;

/// <summary>What somebody who asks to join fills in. Nothing here has to be valid. What they would get is not theirs to say: the tenant's settings do.</summary>
public sealed record JoinRequest
{
    /// <summary>The e-mail address. Required for somebody signing up; for a signed-in user one of the verified addresses, or null for the first that fits.</summary>
    public string? Email { get; init; }

    /// <summary>What the person says about themselves; an employee id is not believed. By default, nothing.</summary>
    public Profile Profile { get; init; } = Profile.Empty;

    /// <summary>Words to whoever answers, plain text, or null.</summary>
    public string? Message { get; init; }

    /// <summary>Nothing of the content: it is personal data.</summary>
    public override string ToString() => nameof(JoinRequest);
}
