namespace Invitations;

/// <summary>What somebody who has a link for many people does: look, join.</summary>
public interface IInvitationJoining
{
    /// <summary>Shows to what a link leads. Consumes nothing, grants nothing, and names no person.</summary>
    /// <param name="token">The token as it came; anything but a genuine one of a link is refused as <c>token.invalid</c>.</param>
    /// <param name="tenant">The tenant that is asked, where the page belongs to one: a link of another tenant is answered like an unknown one. Null where the page serves all.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<LinkPreviewResult> PreviewAsync(string? token, TenantId? tenant = null, CancellationToken cancellationToken = default);

    /// <summary>
    /// Joins: takes one use of the link, makes an invitation that is accepted from the beginning, and runs the host's
    /// <see cref="IInvitationAcceptanceHandler"/>, all in one transaction. If the handler throws or refuses, no use is taken.
    /// </summary>
    /// <remarks>
    /// The same person again gets the first answer, with <see cref="Acceptance.IsRepeat"/> set, and nothing is given: who was removed since does not
    /// come back by a link that they have used, whatever its token is now. Somebody who signs up is known by <see cref="Acceptor.SigningUp"/>'s attempt.
    /// Safe to call again after a lost answer.
    /// </remarks>
    /// <param name="token">The token as it came.</param>
    /// <param name="acceptor">Who joins. Where the link, or the tenant, is for certain e-mail domains, one of the verified addresses has to be of them.</param>
    /// <param name="profile">What the person filled in, or null.</param>
    /// <param name="tenant">The tenant that is asked, or null where the page serves all.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<AcceptResult> JoinAsync(string? token, Acceptor acceptor, Profile? profile = null, TenantId? tenant = null, CancellationToken cancellationToken = default);
}
