namespace Invitations;

/// <summary>Decides how many rows one list or stream may have.</summary>
/// <remarks>Asked once an operation.</remarks>
public interface IBatchSizePolicy
{
    /// <summary>Says the limit.</summary>
    /// <param name="context">Who invites where.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The most rows; anything below 1 allows none.</returns>
    ValueTask<int> GetLimitAsync(BatchSizeContext context, CancellationToken cancellationToken);
}
