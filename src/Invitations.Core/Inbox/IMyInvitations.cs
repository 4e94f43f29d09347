namespace Invitations;

/// <summary>The open invitations of somebody who is signed in, whichever tenants invited: by verified address, phone number or account, without any link.</summary>
/// <remarks>Everything holds that holds for a link: expiry, binding, the acceptance check, one winner. Others' invitations answer like unknown ones.</remarks>
public interface IMyInvitations
{
    /// <summary>The most invitations that are listed, and the most that are accepted in one call: 100.</summary>
    const int Most = 100;

    /// <summary>Lists what the person can accept now, the latest first.</summary>
    /// <param name="person">The signed-in user with their verified addresses.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="ArgumentException">The person is signing up: there is nobody yet whose invitations they are.</exception>
    Task<IReadOnlyList<MyInvitation>> ListAsync(Acceptor person, CancellationToken cancellationToken = default);

    /// <summary>Accepts several, one after the other, each in a transaction of its own: what one is refused for is nothing to the others.</summary>
    /// <param name="person">The signed-in user with their verified addresses.</param>
    /// <param name="invitations">Which. Those past <see cref="Most"/> are refused as <c>batch.too_large</c>.</param>
    /// <param name="profile">What the person filled in, for all of them, or null.</param>
    /// <param name="cancellationToken">Ends the call; what is accepted by then stays accepted.</param>
    /// <returns>One result for each, in the same order.</returns>
    /// <exception cref="ArgumentException">The person is signing up.</exception>
    Task<IReadOnlyList<MyAcceptResult>> AcceptAsync(
        Acceptor person, IReadOnlyCollection<InvitationReference> invitations, Profile? profile = null, CancellationToken cancellationToken = default);

    /// <summary>Declines one.</summary>
    /// <param name="person">The signed-in user with their verified addresses.</param>
    /// <param name="invitation">Which.</param>
    /// <param name="options">How, or null for the defaults.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="ArgumentException">The person is signing up.</exception>
    Task<DeclineResult> DeclineAsync(
        Acceptor person, InvitationReference invitation, DeclineOptions? options = null, CancellationToken cancellationToken = default);
}
