namespace Invitations;

/// <summary>The addresses that are not invited, because their owners do not want to be. Inviting one is refused as <c>recipient.suppressed</c>.</summary>
/// <remarks>
/// The list of a tenant is its organisation admins'; that of <see cref="SuppressionScope.Everywhere"/> belongs to trusted parts of the host. An
/// address is an e-mail address, which stands for all its plus-tags, or a phone number. What was open when an address was added stays open: the
/// link still works, but nothing more is sent to the address.
/// </remarks>
public interface ISuppressionList
{
    /// <summary>Adds an address. Adding it again is no error and changes nothing.</summary>
    /// <param name="scope">The tenant (it converts), from the signed-in principal, or <see cref="SuppressionScope.Everywhere"/>.</param>
    /// <param name="address">An e-mail address or a phone number, as it was typed.</param>
    /// <param name="actor">Who does it.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<SuppressionResult> AddAsync(
        SuppressionScope scope, string? address, Inviter actor, SuppressionReason reason = SuppressionReason.Requested, CancellationToken cancellationToken = default);

    /// <summary>Looks an address up in one list.</summary>
    /// <param name="scope">The tenant, or <see cref="SuppressionScope.Everywhere"/>.</param>
    /// <param name="address">An e-mail address or a phone number, as it was typed.</param>
    /// <param name="actor">Who looks.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The entry, or none where the address is not in this list.</returns>
    Task<SuppressionResult> FindAsync(SuppressionScope scope, string? address, Inviter actor, CancellationToken cancellationToken = default);

    /// <summary>Takes an entry off its list, because its owner says so: the address can be invited again.</summary>
    /// <param name="scope">The tenant, or <see cref="SuppressionScope.Everywhere"/>.</param>
    /// <param name="id">The entry; one of another list is <c>suppression.unknown</c>.</param>
    /// <param name="actor">Who does it.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<SuppressionResult> RemoveAsync(SuppressionScope scope, Guid id, Inviter actor, CancellationToken cancellationToken = default);

    /// <summary>Lists the entries, page by page, with masked addresses.</summary>
    /// <param name="scope">The tenant, or <see cref="SuppressionScope.Everywhere"/>.</param>
    /// <param name="actor">Who looks.</param>
    /// <param name="after"><see cref="SuppressionPage.Next"/> of the page before, or null for the first page.</param>
    /// <param name="pageSize">The most entries, 1 to 500; a value outside is taken to the nearest bound.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<SuppressionPage> ListAsync(SuppressionScope scope, Inviter actor, Guid? after = null, int pageSize = 50, CancellationToken cancellationToken = default);
}
