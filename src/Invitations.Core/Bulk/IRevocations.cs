namespace Invitations;

/// <summary>Takes everything open back that has to do with an inviter, a person, a group or a tenant.</summary>
/// <remarks>
/// For trusted parts of the host, such as the step in which a user is dismissed or a tenant is closed: nobody's authority is looked at. Queued messages
/// are cancelled, the trail records who did it, the events tell of it. Works in chunks of <see cref="MaintenanceOptions.BatchSize"/> that commit on their own; a call
/// that was cut off is made again. What has ended stays as it is, and what has expired needs no revocation: only a new decision opens it again.
/// </remarks>
public interface IRevocations
{
    /// <summary>Revokes what a user has invited to, turns the links off that the user answers for, and withdraws the user's batches. What a trusted system of the same name invited to is not meant.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="userId">The host's id of the inviter.</param>
    /// <param name="by">Who does it, for the trail: the name of a system.</param>
    /// <param name="cancellationToken">Ends the call between two chunks; what was revoked stays so.</param>
    /// <returns>How many invitations, links and waiting rows of batches.</returns>
    Task<int> RevokeByInviterAsync(TenantId tenant, string userId, string by, CancellationToken cancellationToken = default);

    /// <summary>Revokes the invitations to a person, and lets go of the rows of batches that wait to be sent to them.</summary>
    /// <param name="tenant">The tenant, or null for all tenants; a phone number then needs its country code.</param>
    /// <param name="person">The person.</param>
    /// <param name="by">Who does it, for the trail: the name of a system.</param>
    /// <param name="cancellationToken">Ends the call between two chunks; what was revoked stays so.</param>
    Task<BulkChangeResult> RevokeForRecipientAsync(TenantId? tenant, PersonQuery person, string by, CancellationToken cancellationToken = default);

    /// <summary>Revokes what leads into a group, alone or next to others, turns such links off, and lets go of such rows of batches.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="group">The id of the group.</param>
    /// <param name="by">Who does it, for the trail: the name of a system.</param>
    /// <param name="cancellationToken">Ends the call between two chunks; what was revoked stays so.</param>
    /// <returns>How many invitations, links and waiting rows of batches.</returns>
    Task<int> RevokeForGroupAsync(TenantId tenant, string group, string by, CancellationToken cancellationToken = default);

    /// <summary>Revokes everything that is open in a tenant, turns every link off, and withdraws every batch.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="by">Who does it, for the trail: the name of a system.</param>
    /// <param name="cancellationToken">Ends the call between two chunks; what was revoked stays so.</param>
    /// <returns>How many invitations, links and waiting rows of batches.</returns>
    Task<int> RevokeForTenantAsync(TenantId tenant, string by, CancellationToken cancellationToken = default);
}
