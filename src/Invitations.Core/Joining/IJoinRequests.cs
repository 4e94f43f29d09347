namespace Invitations;

/// <summary>Lets somebody who was not invited ask to join a tenant. An administrator answers (see <see cref="IInvitationApprovals"/>).</summary>
public interface IJoinRequests
{
    /// <summary>Asks to join. Nobody joins by it: once it is approved, the person gets an invitation, to accept like any other.</summary>
    /// <remarks>
    /// The answer does not tell whether the address is known: a member, somebody with an open invitation and somebody who has asked before are
    /// answered like a newcomer, and nothing is done. What it does tell: that the tenant takes no requests, or none from this domain
    /// (<c>join.not_available</c>), what is wrong with the values that were filled in, and that there were too many attempts.
    /// </remarks>
    /// <param name="tenant">The tenant, from the page that the person is on.</param>
    /// <param name="request">What the person filled in.</param>
    /// <param name="requester">The signed-in user, one of whose verified addresses is taken; or somebody signing up, whose address need not be verified, as the invitation is sent to it.</param>
    /// <param name="caller">Who asks, for the budget of attempts: the address of the connection, or the id of a session or device.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<JoinRequestResult> RequestAsync(TenantId tenant, JoinRequest request, Acceptor requester, string caller, CancellationToken cancellationToken = default);
}
