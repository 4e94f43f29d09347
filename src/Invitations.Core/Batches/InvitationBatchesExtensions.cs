namespace Invitations;

/// <summary>Stages lists that are in memory.</summary>
public static class InvitationBatchesExtensions
{
    /// <summary>Stages a list of people (see <see cref="IInvitationBatches.StageAsync"/>).</summary>
    /// <param name="batches">The batches.</param>
    /// <param name="tenant">The tenant, from the signed-in principal.</param>
    /// <param name="invites">The people.</param>
    /// <param name="inviter">Who stages.</param>
    /// <param name="options">How, or null for the defaults: all or nothing, without a name.</param>
    /// <param name="progress">Is told after each chunk, or null.</param>
    /// <param name="cancellationToken">Ends the call between two chunks.</param>
    public static Task<BatchStageResult> StageAsync(
        this IInvitationBatches batches,
        TenantId tenant,
        IEnumerable<Invite> invites,
        Inviter inviter,
        BatchStageOptions? options = null,
        IProgress<BatchProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(batches);
        ArgumentNullException.ThrowIfNull(invites);
        return batches.StageAsync(
            tenant, invites.Select(invite => new StagingRow(invite)).ToAsyncEnumerable(), inviter, options, progress, cancellationToken);
    }
}
