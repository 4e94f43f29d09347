namespace Invitations;

/// <summary>Says where an inviter is told what became of an invitation (see <see cref="NoticeSettings"/>). Add one with <c>UseInviterContacts&lt;T&gt;()</c>.</summary>
/// <remarks>
/// Asked when a notice is sent, and not when it is queued, so that the address is today's. Let exceptions propagate: the notice is tried again later.
/// </remarks>
public interface IInviterContacts
{
    /// <summary>Looks up how to reach a user.</summary>
    /// <param name="context">Tenant and user.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The contact, or null where the user is gone or wants no notices: none is sent.</returns>
    ValueTask<InviterContact?> FindAsync(InviterContactContext context, CancellationToken cancellationToken);
}
