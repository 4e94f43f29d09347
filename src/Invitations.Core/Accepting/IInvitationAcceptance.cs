namespace Invitations;

/// <summary>What the invited person does: look, accept, decline.</summary>
public interface IInvitationAcceptance
{
    /// <summary>Shows who invites to what. Consumes nothing, grants nothing: safe for a page that mail scanners open.</summary>
    /// <param name="secret">The token (a string converts) or the code.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<PreviewResult> PreviewAsync(InvitationSecret secret, CancellationToken cancellationToken = default);

    /// <summary>
    /// Accepts, exactly once: of any number of callers at once one wins, and the host's <see cref="IInvitationAcceptanceHandler"/> runs in the
    /// same transaction. If it throws or refuses, nothing happened and the invitation is still open.
    /// </summary>
    /// <remarks>The same person again gets the first answer, with <see cref="Acceptance.IsRepeat"/> set, and changes nothing. Safe to call again after a lost answer.</remarks>
    /// <param name="secret">The token (a string converts) or the code.</param>
    /// <param name="acceptor">Who accepts.</param>
    /// <param name="profile">What the person filled in, which wins over the invitation's profile field by field, or null. It cannot change what is granted.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<AcceptResult> AcceptAsync(InvitationSecret secret, Acceptor acceptor, Profile? profile = null, CancellationToken cancellationToken = default);

    /// <summary>Declines. Who has the secret may; the person need not be signed in.</summary>
    /// <param name="secret">The token (a string converts) or the code.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<DeclineResult> DeclineAsync(InvitationSecret secret, CancellationToken cancellationToken = default);

    /// <summary>Declines, and says more than that. Who has the secret may; the person need not be signed in.</summary>
    /// <param name="secret">The token (a string converts) or the code.</param>
    /// <param name="options">How.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<DeclineResult> DeclineAsync(InvitationSecret secret, DeclineOptions options, CancellationToken cancellationToken = default);
}
