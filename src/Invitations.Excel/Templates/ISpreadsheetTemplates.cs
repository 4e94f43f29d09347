namespace Invitations;

/// <summary>Writes the spreadsheet that people download, fill in with those to invite, and upload.</summary>
public interface ISpreadsheetTemplates
{
    /// <summary>Writes a template with the columns that the settings of the tenant ask for.</summary>
    /// <remarks>
    /// Whoever may download it learns the names of the groups, roles, languages and fields in it, and nothing else: give the groups that this
    /// person may see. The headers are in the language of the file; stable keys behind them let it be imported under any other.
    /// </remarks>
    /// <param name="tenant">The tenant, from the signed-in principal.</param>
    /// <param name="stream">Where to write, such as the body of a response; it need not be seekable. It is flushed and not closed.</param>
    /// <param name="options">What the template has, or null for the defaults.</param>
    /// <param name="cancellationToken">Ends the call; the file is then not whole.</param>
    /// <returns><c>group.unknown</c> or <c>field.unknown</c> where the options name what the tenant does not have. Nothing is written then.</returns>
    Task<SpreadsheetWriteResult> WriteAsync(
        TenantId tenant, Stream stream, SpreadsheetTemplateOptions? options = null, CancellationToken cancellationToken = default);
}
