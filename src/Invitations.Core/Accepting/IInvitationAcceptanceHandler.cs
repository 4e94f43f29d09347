namespace Invitations;

/// <summary>Makes the membership: the host's own rows, in the transaction of the acceptance.</summary>
/// <remarks>
/// Called after the invitation was claimed, so by one caller only. If it throws or refuses, the claim is rolled back and the invitation is
/// open again; nobody calls again but the person. The transaction may be run again after a transient fault of the database: do nothing
/// here that cannot be rolled back, such as sending a mail. Without a handler the host acts on <see cref="AcceptResult.Acceptance"/> itself.
/// </remarks>
public interface IInvitationAcceptanceHandler
{
    /// <summary>Gives the grant to the person.</summary>
    /// <param name="context">Who accepted what.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns><see cref="AcceptanceOutcome.Joined"/>, or <see cref="AcceptanceOutcome.Refused"/> with the reason for the person.</returns>
    ValueTask<AcceptanceOutcome> HandleAsync(AcceptanceContext context, CancellationToken cancellationToken);
}
