namespace Invitations;

/// <summary>Hands out and takes out what is kept about one person, and everything about a tenant, on request.</summary>
/// <remarks>For trusted parts of the host, which have found out who asks: nobody's authority is looked at. The trail records who did it, without the address.</remarks>
public interface IPersonalData
{
    /// <summary>Collects everything that a tenant keeps about a person: the invitations to them, whatever became of them, with trail and messages, and the rows of batches that wait to be sent to them.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="person">The person.</param>
    /// <param name="by">Who asks for it, for the trail: the id of a user, or the name of a system.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<PersonalDataExport> ExportAsync(TenantId tenant, PersonQuery person, string by, CancellationToken cancellationToken = default);

    /// <summary>
    /// Takes everything about a person out of a tenant: waiting rows of batches are let go of, open invitations are revoked with their messages, then all lose what they say about the person
    /// (see <see cref="Invitation.Anonymized"/>). The person can be invited again: nothing remembers them.
    /// </summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="person">The person.</param>
    /// <param name="by">Who asks for it, for the trail: the id of a user, or the name of a system.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<PersonalDataErasure> EraseAsync(TenantId tenant, PersonQuery person, string by, CancellationToken cancellationToken = default);

    /// <summary>
    /// Deletes everything of a tenant, the trail too, in chunks of <see cref="MaintenanceOptions.BatchSize"/> rows, invitations first. No link or code of it
    /// opens anything any more, also where a tenant of the same id is made later. Stop inviting for it before; a call that was cut off is made again.
    /// </summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="progress">Is told the number of deleted rows after each chunk, or null.</param>
    /// <param name="cancellationToken">Ends the call between two chunks; what was deleted stays so.</param>
    /// <returns>How many rows were deleted.</returns>
    Task<int> PurgeTenantAsync(TenantId tenant, IProgress<int>? progress = null, CancellationToken cancellationToken = default);
}
