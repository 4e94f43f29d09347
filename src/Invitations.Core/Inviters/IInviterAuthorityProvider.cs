namespace Invitations;

/// <summary>Says what a user of the host may do in a tenant, as of now.</summary>
/// <remarks>
/// Asked once an operation, and once more for the inviter when an invitation is accepted. Without one, what the host says in
/// <see cref="Inviter"/> counts, and the inviter's authority cannot be looked at again at acceptance.
/// Let exceptions propagate: nothing is invited without an answer.
/// </remarks>
public interface IInviterAuthorityProvider
{
    /// <summary>Looks the authority up.</summary>
    /// <param name="context">Tenant and user.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The authority, or null where the user is not known in the tenant any more, which refuses everything.</returns>
    ValueTask<InviterAuthority?> GetAuthorityAsync(InviterAuthorityContext context, CancellationToken cancellationToken);
}
