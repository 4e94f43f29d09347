namespace Invitations;

/// <summary>Imports people from spreadsheets: Excel workbooks (<c>.xlsx</c>, <c>.xlsm</c>) and text files with separated values, recognised by their content.</summary>
/// <remarks>
/// <para>
/// What is wrong with the file comes back in the result, with row and column; exceptions are outages and bugs. Rows are judged by the same pipeline
/// and the same policies as any other invite.
/// </para>
/// <para>
/// A stream that can seek is read where it is, from its beginning, synchronously, and left open. Any other stream is copied into memory first, at most
/// <see cref="SpreadsheetLimits.FileBytes"/> of it, and nothing is ever written to a temporary file.
/// </para>
/// </remarks>
public interface IInvitationImports
{
    /// <summary>Finds out what would become of every row, and writes nothing.</summary>
    /// <param name="tenant">The tenant, from the signed-in principal.</param>
    /// <param name="file">The file.</param>
    /// <param name="inviter">Who imports, from the signed-in principal.</param>
    /// <param name="options">How, or null for the defaults.</param>
    /// <param name="progress">Is told about every 500 rows, or null.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<ImportCheck> CheckAsync(
        TenantId tenant,
        Stream file,
        Inviter inviter,
        ImportOptions? options = null,
        IProgress<ImportProgress>? progress = null,
        CancellationToken cancellationToken = default);

    /// <summary>Stages the rows as a batch, which is sent when somebody wants it (see <see cref="IInvitationBatches"/>).</summary>
    /// <remarks>
    /// Rows are committed chunk by chunk and nobody sees the batch before it is complete. After a crash or a cancellation, the same call with the same
    /// <see cref="ImportOptions.IdempotencyKey"/> goes on where it stopped; without a key, what was staged is deleted by <see cref="IInvitationMaintenance"/>.
    /// </remarks>
    /// <param name="tenant">The tenant, from the signed-in principal.</param>
    /// <param name="file">The file.</param>
    /// <param name="inviter">Who imports, from the signed-in principal.</param>
    /// <param name="options">How, or null for the defaults: all or nothing, without a name.</param>
    /// <param name="progress">Is told after each chunk, or null.</param>
    /// <param name="cancellationToken">Ends the call between two chunks.</param>
    Task<ImportResult> StageAsync(
        TenantId tenant,
        Stream file,
        Inviter inviter,
        ImportOptions? options = null,
        IProgress<ImportProgress>? progress = null,
        CancellationToken cancellationToken = default);
}
