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

    /// <summary>The e-mail addresses that the host has verified for the person.</summary>
    public IReadOnlyCollection<string> VerifiedEmails { get; private init; } = [];

    /// <summary>Further e-mail addresses that the host has verified and that the user does not sign in with. They count where the tenant says so (see <see cref="RecipientBinding.VerifiedAlias"/>).</summary>
    public IReadOnlyCollection<string> VerifiedAliases { get; private init; } = [];

    /// <summary>The phone numbers that the host has verified for the person.</summary>
    public IReadOnlyCollection<string> VerifiedPhones { get; private init; } = [];

    /// <summary>Whether the account is made by accepting.</summary>
    public bool IsSigningUp => UserId is null;

    /// <summary>Whether the person has confirmed to accept what was sent to somebody else's address (see <see cref="Confirmed"/>).</summary>
    public bool HasConfirmed { get; private init; }

    internal string? Attempt { get; }

    /// <summary>A signed-in user.</summary>
    /// <param name="userId">The host's id of the user.</param>
    /// <param name="verifiedEmails">The addresses that the host has verified; an address that is not verified must not be here.</param>
    /// <param name="verifiedPhones">The phone numbers that the host has verified.</param>
    /// <param name="verifiedAliases">Further verified addresses, which count where the tenant says so.</param>
    public static Acceptor User(
        string userId,
        IReadOnlyCollection<string>? verifiedEmails = null,
        IReadOnlyCollection<string>? verifiedPhones = null,
        IReadOnlyCollection<string>? verifiedAliases = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(userId);
        return new(userId, null) { VerifiedEmails = verifiedEmails ?? [], VerifiedPhones = verifiedPhones ?? [], VerifiedAliases = verifiedAliases ?? [] };
    }

    /// <summary>
    /// Somebody without an account, for whom the <see cref="IInvitationAcceptanceHandler"/> makes one under the invited address. Where the
    /// address already has an account, the answer is <c>account.sign_in_first</c>.
    /// </summary>
    /// <param name="attempt">An id of the sign-up form, at most 100 characters: sent twice, the second gets the answer of the first. Or null.</param>
    /// <param name="verifiedEmails">
    /// The addresses that the sign-up has verified, or null where the account is made under the invited address. Where they are given, an invitation to
    /// another address is <c>recipient.mismatch</c>; a link for many people asks for them, as it knows nobody's address itself.
    /// </param>
    /// <exception cref="ArgumentException"><paramref name="attempt"/> is longer than 100 characters.</exception>
    public static Acceptor SigningUp(string? attempt = null, IReadOnlyCollection<string>? verifiedEmails = null)
    {
        if (attempt?.Length > MaxAttemptLength)
            throw new ArgumentException($"The id of an attempt has at most {MaxAttemptLength} characters.", nameof(attempt));
        return new(null, string.IsNullOrWhiteSpace(attempt) ? null : attempt) { VerifiedEmails = verifiedEmails ?? [] };
    }

    /// <summary>
    /// The same person, who was shown that the invitation went to another address and has confirmed to accept it with this account. It comes from a
    /// click of the person's own, and counts where the tenant's binding is <see cref="RecipientBinding.Anyone"/> only.
    /// </summary>
    public Acceptor Confirmed() => new(UserId, Attempt)
    {
        VerifiedEmails = VerifiedEmails,
        VerifiedPhones = VerifiedPhones,
        VerifiedAliases = VerifiedAliases,
        HasConfirmed = true,
    };

    /// <summary>The id of the user; addresses are personal data.</summary>
    public override string ToString() => UserId ?? "signing up";
}
