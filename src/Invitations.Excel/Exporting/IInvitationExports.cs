namespace Invitations;

/// <summary>Writes lists of invitations and of codes into files, in memory that does not grow with their number.</summary>
/// <remarks>
/// Every text is a text cell. In a workbook no cell is ever a formula, also when somebody edits it; in a text file what a spreadsheet would take for
/// one begins with an apostrophe.
/// </remarks>
public interface IInvitationExports
{
    /// <summary>Writes the invitations that the viewer may see, as a list would show them. No secret is among them.</summary>
    /// <remarks>Read page by page: what is changed meanwhile is written as it was or as it is, and what is new may be missing.</remarks>
    /// <param name="tenant">The tenant, from the signed-in principal.</param>
    /// <param name="viewer">Who looks, from the signed-in principal.</param>
    /// <param name="stream">Where to write, such as the body of a response; it need not be seekable. It is flushed and not closed.</param>
    /// <param name="options">Which invitations, and how, or null for all as a workbook.</param>
    /// <param name="cancellationToken">Ends the call; the file is then not whole.</param>
    /// <returns>
    /// The errors of <see cref="IInvitationQueries.ListAsync"/>. Before the first row nothing is written; a viewer who loses the right to look in
    /// between gets a file that ends there.
    /// </returns>
    Task<SpreadsheetWriteResult> WriteInvitationsAsync(
        TenantId tenant, Inviter viewer, Stream stream, InvitationExportOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Writes codes as they come: what <see cref="IInvitationCodes"/> has authorised and written into the trail.</summary>
    /// <remarks>The file holds secrets: hand it over and delete it. A line without a code says why in its last column.</remarks>
    /// <param name="codes">The codes, from <see cref="IInvitationCodes.IssueAsync"/> or <see cref="IInvitationCodes.ShowAsync"/>.</param>
    /// <param name="stream">Where to write, such as the body of a response; it need not be seekable. It is flushed and not closed.</param>
    /// <param name="options">How, or null for a workbook.</param>
    /// <param name="cancellationToken">Ends the call; codes that are made stay made, and those that were written count as shown.</param>
    /// <returns>The errors of a list that was refused as a whole; nothing is written then. The rows are those with a code.</returns>
    Task<SpreadsheetWriteResult> WriteCodesAsync(
        IAsyncEnumerable<InvitationCode> codes, Stream stream, CodeExportOptions? options = null, CancellationToken cancellationToken = default);
}
