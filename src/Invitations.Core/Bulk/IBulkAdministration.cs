namespace Invitations;

/// <summary>Does one thing to all invitations that a filter finds, by the thousand.</summary>
/// <remarks>
/// <para>
/// The actor's authority counts for each invitation as it does for a single one: what they may not see is passed over, what they may not change is
/// skipped and counted by its reason. What was invited after the call began is not meant.
/// </para>
/// <para>
/// Works in chunks of <see cref="MaintenanceOptions.BatchSize"/>, each with a constant number of calls to the store and a transaction of its own.
/// A call that is cancelled or fails keeps what it has committed, as the progress tells; the same call again does the rest.
/// </para>
/// </remarks>
public interface IBulkAdministration
{
    /// <summary>Takes invitations back for good; messages that are still queued are not sent. What is revoked already is unchanged.</summary>
    /// <param name="tenant">The tenant, from the signed-in principal.</param>
    /// <param name="filter">Which. An empty filter means all that the actor sees.</param>
    /// <param name="actor">Who does it.</param>
    /// <param name="progress">Is told after each chunk, or null.</param>
    /// <param name="cancellationToken">Ends the call between two chunks; what was done stays done.</param>
    Task<BulkChangeResult> RevokeAsync(
        TenantId tenant, InvitationFilter filter, Inviter actor, IProgress<BulkChangeProgress>? progress = null, CancellationToken cancellationToken = default);

    /// <summary>Issues invitations again: a new secret, a new lifetime, new messages. One that was issued within the tenant's waiting time is skipped.</summary>
    /// <param name="tenant">The tenant, from the signed-in principal.</param>
    /// <param name="filter">Which; pending and expired ones can be issued again.</param>
    /// <param name="actor">Who does it.</param>
    /// <param name="progress">Is told after each chunk, or null.</param>
    /// <param name="cancellationToken">Ends the call between two chunks; what was done stays done.</param>
    Task<BulkChangeResult> ReinviteAsync(
        TenantId tenant, InvitationFilter filter, Inviter actor, IProgress<BulkChangeProgress>? progress = null, CancellationToken cancellationToken = default);

    /// <summary>Gives pending invitations a new lifetime from now on; links and codes stay as they are. One that lives longer already is unchanged.</summary>
    /// <param name="tenant">The tenant, from the signed-in principal.</param>
    /// <param name="filter">Which; what has expired is skipped and needs a reinvite.</param>
    /// <param name="lifetime">How long from now, within what the tenant allows; null for the tenant's own lifetime.</param>
    /// <param name="actor">Who does it.</param>
    /// <param name="progress">Is told after each chunk, or null.</param>
    /// <param name="cancellationToken">Ends the call between two chunks; what was done stays done.</param>
    Task<BulkChangeResult> ExtendAsync(
        TenantId tenant,
        InvitationFilter filter,
        TimeSpan? lifetime,
        Inviter actor,
        IProgress<BulkChangeProgress>? progress = null,
        CancellationToken cancellationToken = default);

    /// <summary>Deletes invitations that have ended, and drafts, with their deliveries. The trail stays. What is open is skipped: revoke it first.</summary>
    /// <param name="tenant">The tenant, from the signed-in principal.</param>
    /// <param name="filter">Which.</param>
    /// <param name="actor">Who does it; they need the authority to revoke it.</param>
    /// <param name="progress">Is told after each chunk, or null.</param>
    /// <param name="cancellationToken">Ends the call between two chunks; what was done stays done.</param>
    Task<BulkChangeResult> DeleteAsync(
        TenantId tenant, InvitationFilter filter, Inviter actor, IProgress<BulkChangeProgress>? progress = null, CancellationToken cancellationToken = default);
}
