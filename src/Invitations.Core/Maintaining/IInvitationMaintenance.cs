namespace Invitations;

/// <summary>Works off what the clock has made due, for all tenants, one bounded step a call: from a timer, a job scheduler, or a cron job.</summary>
/// <remarks>
/// Any number of nodes may call it at once: nothing is done twice. Each step commits what it does and does at most
/// <see cref="MaintenanceOptions.BatchSize"/>; call it again while it does not answer 0. What was missed while nobody called is caught up with.
/// </remarks>
public interface IInvitationMaintenance
{
    /// <summary>Marks invitations as expired whose time is over: queued messages are cancelled, the trail and the events tell of it.</summary>
    /// <remarks>Nothing depends on it for safety: what has expired cannot be accepted, swept or not.</remarks>
    /// <param name="cancellationToken">Ends the step between two tenants; what was done stays done.</param>
    /// <returns>How many were found, whichever node has marked them.</returns>
    Task<int> ExpireAsync(CancellationToken cancellationToken = default);

    /// <summary>Queues the reminders that are due, and plans the next ones as the <see cref="IReminderPolicy"/> says. A reminder that was missed several times comes once.</summary>
    /// <param name="cancellationToken">Ends the step; nothing of it is done then.</param>
    /// <returns>How many invitations were looked at and moved on, reminded or not.</returns>
    Task<int> RemindAsync(CancellationToken cancellationToken = default);

    /// <summary>
    /// Sends batches whose time has come (see <see cref="BatchSendOptions.At"/>), goes on with those that were cut off while they were sent or deleted, and
    /// deletes those whose staging nobody went on with for <see cref="MaintenanceOptions.StagingKept"/>.
    /// </summary>
    /// <param name="cancellationToken">Ends the step between two chunks; the rest is due at once.</param>
    /// <returns>How many rows and batches were worked on.</returns>
    Task<int> SendDueBatchesAsync(CancellationToken cancellationToken = default);

    /// <summary>Deletes idempotency records that are older than <see cref="MaintenanceOptions.IdempotencyKept"/>, and counters of attempts and of messages whose window has ended.</summary>
    /// <param name="cancellationToken">Ends the step.</param>
    /// <returns>How many of all.</returns>
    Task<int> PurgeAsync(CancellationToken cancellationToken = default);

    /// <summary>One step of everything above, one after the other.</summary>
    /// <param name="cancellationToken">Ends the step; what was done before stays done.</param>
    /// <returns>How many of all.</returns>
    Task<int> RunOnceAsync(CancellationToken cancellationToken = default);
}
