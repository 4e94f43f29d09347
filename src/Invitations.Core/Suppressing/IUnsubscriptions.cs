namespace Invitations;

/// <summary>Takes the wish of somebody who got a message never to be invited again. For the page behind <c>List-Unsubscribe</c>.</summary>
public interface IUnsubscriptions
{
    /// <summary>
    /// Puts the addresses of the invitation on the list of suppressed addresses of the tenant. Once more is no error and changes nothing. Call
    /// it on POST alone (RFC 8058): mail scanners open every link.
    /// </summary>
    /// <param name="token">The token at the end of the link.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>
    /// The entry, the first where there are two. <c>token.invalid</c> for what no key of the ring made, and where the invitation is gone or has another address by now. Tell
    /// the person the same in either case.
    /// </returns>
    Task<SuppressionResult> UnsubscribeAsync(string? token, CancellationToken cancellationToken = default);
}
