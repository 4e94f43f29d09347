namespace Invitations;

/// <summary>Lets go of what the <see cref="RetentionSettings"/> of the tenants no longer keep: from a timer, a job scheduler, or a cron job, daily.</summary>
/// <remarks>
/// Invitations that ended long enough ago lose everything about the person (see <see cref="Invitation.Anonymized"/>); they stay as a number, with their trail. Old
/// deliveries are deleted, and rows of batches that nobody has sent are let go of. The settings of today count. Any number of nodes may run it at once. What has expired is ended by the expiry sweep (see
/// <see cref="IInvitationMaintenance.ExpireAsync"/>) first: its time counts from then on.
/// </remarks>
public interface IRetention
{
    /// <summary>Does one bounded step for one tenant, at most <see cref="MaintenanceOptions.BatchSize"/> rows of each kind.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="cancellationToken">Ends the step; what was committed stays so.</param>
    /// <returns>How many rows; call again while it is not 0.</returns>
    Task<int> RunOnceAsync(TenantId tenant, CancellationToken cancellationToken = default);

    /// <summary>Goes through all tenants that have invitations or batches, step by step, until nothing is left to do. One whose settings cannot be used is passed over and logged.</summary>
    /// <param name="cancellationToken">Ends the run between two steps; what was done stays done.</param>
    /// <returns>How many rows.</returns>
    Task<int> RunAsync(CancellationToken cancellationToken = default);
}
