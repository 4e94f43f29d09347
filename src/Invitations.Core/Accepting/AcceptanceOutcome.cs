namespace Invitations;

/// <summary>What the host's handler made of an acceptance.</summary>
public sealed class AcceptanceOutcome
{
    private AcceptanceOutcome(string? userId, IReadOnlyList<InvitationError> errors)
    {
        UserId = userId;
        Errors = errors;
    }

    internal string? UserId { get; }

    internal IReadOnlyList<InvitationError> Errors { get; }

    /// <summary>The person has joined.</summary>
    /// <param name="userId">The host's id of the user: the signed-in one who accepts, or else the account that was made.</param>
    public static AcceptanceOutcome Joined(string userId)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(userId);
        return new(userId, []);
    }

    /// <summary>The person cannot join now; everything is rolled back and the invitation stays open.</summary>
    /// <param name="errors">The reasons, with <see cref="InvitationError.Text"/> to be read by the person.</param>
    public static AcceptanceOutcome Refused(params IReadOnlyList<InvitationError> errors)
    {
        ArgumentNullException.ThrowIfNull(errors);
        if (errors.Count == 0)
            throw new ArgumentException("A refusal needs a reason.", nameof(errors));
        return new(null, errors);
    }
}
