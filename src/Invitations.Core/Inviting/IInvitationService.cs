namespace Invitations;

/// <summary>Invites people: one, a list or a stream of any length, through the same checks.</summary>
/// <remarks>
/// What is wrong with the input comes back in the result; exceptions are outages and bugs. After an exception or a cancellation nothing is
/// half done: each chunk of rows is there with its deliveries, or not at all, and <see cref="InviteOptions.IdempotencyKey"/> lets the caller
/// try again without inviting anybody twice.
/// </remarks>
public interface IInvitationService
{
    /// <summary>Invites one person.</summary>
    /// <param name="tenant">The tenant, from the signed-in principal.</param>
    /// <param name="invite">The person.</param>
    /// <param name="inviter">Who invites, from the signed-in principal.</param>
    /// <param name="options">How, or null for the defaults.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<InviteResult> InviteAsync(TenantId tenant, Invite invite, Inviter inviter, InviteOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Invites a list of people.</summary>
    /// <param name="tenant">The tenant, from the signed-in principal.</param>
    /// <param name="invites">The people; see <see cref="PastedList"/> for a text that somebody pasted.</param>
    /// <param name="inviter">Who invites, from the signed-in principal.</param>
    /// <param name="options">How, or null for the defaults.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<BulkInviteResult> InviteManyAsync(TenantId tenant, IReadOnlyCollection<Invite> invites, Inviter inviter, InviteOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Invites a stream of people, chunk by chunk, in memory that does not grow with the people it invites.</summary>
    /// <remarks>
    /// Never reads further ahead than one chunk. Rows past <see cref="TenantSettings.BatchSize"/> are refused as <c>batch.too_large</c>. With
    /// <see cref="BatchMode.AllOrNothing"/> that many rows are read into memory first, because one wrong row, or one too many, refuses all.
    /// </remarks>
    /// <param name="tenant">The tenant, from the signed-in principal.</param>
    /// <param name="invites">The people.</param>
    /// <param name="inviter">Who invites, from the signed-in principal.</param>
    /// <param name="options">How, or null for the defaults.</param>
    /// <param name="cancellationToken">Ends the call; chunks that are done stay done.</param>
    /// <returns>One result for each row, in the order of the stream, as its chunk is done.</returns>
    IAsyncEnumerable<InviteResult> InviteStreamAsync(TenantId tenant, IAsyncEnumerable<Invite> invites, Inviter inviter, InviteOptions? options = null, CancellationToken cancellationToken = default);
}
