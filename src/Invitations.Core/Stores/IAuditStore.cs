namespace Invitations.Stores;

/// <summary>The append-only trail.</summary>
public interface IAuditStore
{
    /// <summary>Appends entries, in the transaction of what they tell of.</summary>
    /// <param name="entries">The entries.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task AppendAsync(IReadOnlyList<AuditEntry> entries, CancellationToken cancellationToken);

    /// <summary>Lists the entries of one invitation, or those of a tenant that belong neither to one nor to a link, oldest first.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="invitationId">The invitation, or null for what was done without one: direct grants.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<IReadOnlyList<AuditEntry>> ListAsync(TenantId tenant, Guid? invitationId, CancellationToken cancellationToken);

    /// <summary>Lists the entries of one link, oldest first: what was done to it, not who came by it.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="linkId">The link.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<IReadOnlyList<AuditEntry>> ListOfLinkAsync(TenantId tenant, Guid linkId, CancellationToken cancellationToken);
}
