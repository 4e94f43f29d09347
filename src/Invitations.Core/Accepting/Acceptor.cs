namespace Invitations;

/// <summary>Who accepts: the host's signed-in principal, or somebody who is signing up. Never taken from a request body.</summary>
public sealed class Acceptor
{
    private const int MaxAttemptLength = 100;

    private Acceptor(string? userId, string? attempt)
    {
        UserId = userId;
        Attempt = attempt;
    }

    /// <summary>The host's id of the user, or null for a sign-up.</summary>
    public string? UserId { get; }

    /// <summary>The e-mail addresses that the host has verified for the user, aliases included.</summary>
    public IReadOnlyCollection<string> VerifiedEmails { get; private init; } = [];

    /// <summary>The phone numbers that the host has verified for the user.</summary>
    public IReadOnlyCollection<string> VerifiedPhones { get; private init; } = [];

    /// <summary>Whether the account is made by accepting.</summary>
    public bool IsSigningUp => UserId is null;

    internal string? Attempt { get; }

    /// <summary>A signed-in user.</summary>
    /// <param name="userId">The host's id of the user.</param>
    /// <param name="verifiedEmails">The addresses that the host has verified; an address that is not verified must not be here.</param>
    /// <param name="verifiedPhones">The phone numbers that the host has verified.</param>
    public static Acceptor User(string userId, IReadOnlyCollection<string>? verifiedEmails = null, IReadOnlyCollection<string>? verifiedPhones = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(userId);
        return new(userId, null) { VerifiedEmails = verifiedEmails ?? [], VerifiedPhones = verifiedPhones ?? [] };
    }

    /// <summary>
    /// Somebody without an account, for whom the <see cref="IInvitationAcceptanceHandler"/> makes one under the invited address. Where the
    /// address already has an account, the answer is <c>account.sign_in_first</c>.
    /// </summary>
    /// <param name="attempt">An id of the sign-up form, at most 100 characters: sent twice, the second gets the answer of the first. Or null.</param>
    /// <param name="verifiedEmails">
    /// The addresses that the sign-up has verified, or null. Only a link for many people asks for them: it knows nobody's address itself.
    /// </param>
    /// <exception cref="ArgumentException"><paramref name="attempt"/> is longer than 100 characters.</exception>
    public static Acceptor SigningUp(string? attempt = null, IReadOnlyCollection<string>? verifiedEmails = null)
    {
        if (attempt?.Length > MaxAttemptLength)
            throw new ArgumentException($"The id of an attempt has at most {MaxAttemptLength} characters.", nameof(attempt));
        return new(null, string.IsNullOrWhiteSpace(attempt) ? null : attempt) { VerifiedEmails = verifiedEmails ?? [] };
    }

    /// <summary>The id of the user; addresses are personal data.</summary>
    public override string ToString() => UserId ?? "signing up";
}
