namespace Invitations;

/// <summary>Decides whether what was offered may still be given today.</summary>
/// <remarks>Asked at acceptance, before anything is written.</remarks>
public interface IAcceptanceCheck
{
    /// <summary>Looks at the grant again.</summary>
    /// <param name="context">The invitation and who accepts.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The reasons against it; empty where there are none.</returns>
    ValueTask<IReadOnlyList<InvitationError>> CheckAsync(AcceptanceCheckContext context, CancellationToken cancellationToken);
}
