namespace Invitations.Stores;

/// <summary>Keeps the rows of batches. Who may change them is decided by the version of their batch, in the same transaction.</summary>
/// <remarks>Every text is compared ordinally. Every call is bounded, and a few statements whatever the number of rows.</remarks>
public interface IBatchRowStore
{
    /// <summary>Adds rows of one batch. A position that exists already is a bug of the caller: an exception.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task AddAsync(IReadOnlyList<StoredBatchRow> rows, CancellationToken cancellationToken);

    /// <summary>Lists rows in the order of their positions.</summary>
    /// <param name="query">Which.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<IReadOnlyList<StoredBatchRow>> ListAsync(BatchRowQuery query, CancellationToken cancellationToken);

    /// <summary>
    /// Writes down what became of rows, each only where it waits. A row that does not go on waiting loses its recipient, its groups and its content.
    /// </summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="batchId">The batch.</param>
    /// <param name="reports">The reports, each about another row.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>How many were written.</returns>
    Task<int> ReportAsync(TenantId tenant, Guid batchId, IReadOnlyList<BatchRowReport> reports, CancellationToken cancellationToken);

    /// <summary>Lets go of waiting rows: they are <see cref="BatchRowStatus.Dropped"/>, without recipient, groups, content and errors.</summary>
    /// <param name="query">Which, and how many at most; its statuses are not looked at.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>How many; fewer than <see cref="BatchRowQuery.Take"/> where none is left.</returns>
    Task<int> DropAsync(BatchRowQuery query, CancellationToken cancellationToken);

    /// <summary>Deletes rows of a batch.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="batchId">The batch.</param>
    /// <param name="take">The most rows; none where it is 0 or less.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>How many were deleted; fewer than <paramref name="take"/> where none is left.</returns>
    Task<int> DeleteAsync(TenantId tenant, Guid batchId, int take, CancellationToken cancellationToken);

    /// <summary>Finds the waiting rows of a person, by a value of their <see cref="StoredBatchRow.Recipient"/>, in an order that is always the same.</summary>
    /// <param name="tenant">The tenant, or null for all.</param>
    /// <param name="key">The address, phone number, identifier or account; a birthday too, although it is no unique one.</param>
    /// <param name="after">The last row of the page before, or null for the first page.</param>
    /// <param name="take">The most rows; none where it is 0 or less.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="ArgumentException">The key is of a kind that is not in a recipient: an employee id or a code.</exception>
    Task<IReadOnlyList<StoredBatchRow>> FindByRecipientAsync(
        TenantId? tenant, UniqueKey key, StoredBatchRow? after, int take, CancellationToken cancellationToken);
}
