namespace Invitations;

/// <summary>Says who takes over the invitations of somebody who can no longer answer for them. Register it with <c>UseInviterSuccession&lt;T&gt;()</c>.</summary>
/// <remarks>
/// Asked where invitations are handed over: when an inviter leaves, and at acceptance with <see cref="LostAuthority.HandOver"/>. Whoever is named
/// must be able to make the invitation. Let exceptions propagate: nothing is handed over without an answer.
/// </remarks>
public interface IInviterSuccession
{
    /// <summary>Names the successor.</summary>
    /// <param name="context">Whose.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The successor, or null where there is none: then nothing is handed over.</returns>
    ValueTask<Inviter?> FindSuccessorAsync(InviterSuccessionContext context, CancellationToken cancellationToken);
}
