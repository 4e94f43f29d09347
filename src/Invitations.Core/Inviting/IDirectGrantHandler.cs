namespace Invitations;

/// <summary>Gives a grant at once to somebody who has an account already (see <see cref="WhenAccountExists.GrantDirectly"/>).</summary>
/// <remarks>Called in the transaction of the chunk; may be run again after a transient fault, so it does nothing that cannot be rolled back. An exception undoes the chunk and propagates. In an all-or-nothing list it is called after every invitation was written.</remarks>
public interface IDirectGrantHandler
{
    /// <summary>Gives the grant. Giving the same one again changes nothing.</summary>
    /// <param name="context">To whom, what.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    ValueTask GrantAsync(DirectGrantContext context, CancellationToken cancellationToken);
}
