namespace Invitations;

/// <summary>Codes in numbers: bare registration codes, and the codes of people to whom no message can be sent.</summary>
/// <remarks>
/// Both streams show secrets, in memory that does not grow with their number. Each chunk is authorised as a whole before any of it is shown, and
/// the trail of every invitation has an entry of who got its code. For one code see <see cref="IInvitationAdministration.ShowSecretAsync"/>.
/// </remarks>
public interface IInvitationCodes
{
    /// <summary>Makes registration codes for nobody in particular, each for one use, and shows them as their chunk is committed.</summary>
    /// <remarks>
    /// They are invitations as any other, made by the same pipeline, and one batch: <see cref="Invitation.BatchId"/> names it, to list or to
    /// revoke them together. Codes are unique within the tenant. Whoever stops reading keeps the chunks that are done. With
    /// <see cref="InviteOptions.IdempotencyKey"/> the same call gives the same codes again, as far as they are still open.
    /// </remarks>
    /// <param name="tenant">The tenant, from the signed-in principal.</param>
    /// <param name="count">How many, 1 to the tenant's limit (see <see cref="IBatchSizePolicy"/>). Any other number makes none, and one line says why.</param>
    /// <param name="inviter">Who makes them, from the signed-in principal.</param>
    /// <param name="options">What they give and how long they live, or null for the defaults.</param>
    /// <param name="cancellationToken">Ends the call; chunks that are done stay done.</param>
    /// <returns>One line for each code, in order.</returns>
    IAsyncEnumerable<InvitationCode> IssueAsync(
        TenantId tenant, int count, Inviter inviter, InviteOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Shows the codes of open invitations, the oldest first, to be printed or read out: of a batch, of a group, of all people without e-mail.</summary>
    /// <remarks>
    /// Only what the actor may see is listed. An invitation that the actor could not make, or whose code cannot be shown any more, is a line with
    /// errors and without secrets.
    /// </remarks>
    /// <param name="tenant">The tenant, from the signed-in principal.</param>
    /// <param name="actor">Who looks.</param>
    /// <param name="filter">Which, or null for all. Its statuses are not looked at: only what is open, and has a code, is shown.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    IAsyncEnumerable<InvitationCode> ShowAsync(
        TenantId tenant, Inviter actor, InvitationFilter? filter = null, CancellationToken cancellationToken = default);
}
