namespace Invitations;

internal sealed class Revocations(
    BulkChanger changer,
    InvitationEnder ender,
    LinkRevocation links,
    BatchRevocation batches,
    PersonRows rows,
    PersonReader people,
    Instrumentation instrumentation) : IRevocations
{
    private static readonly InvitationStatus[] Open = [InvitationStatus.Draft, InvitationStatus.AwaitingApproval, InvitationStatus.Pending];

    private readonly RevocationChange _revocation = new(ender, asksPolicies: false);

    public Task<int> RevokeByInviterAsync(TenantId tenant, string userId, string by, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(userId);
        return RunAsync(
            tenant,
            new() { InvitedBy = userId },
            by,
            invitation => !invitation.IsFromSystem,
            link => !link.IsFromSystem && string.Equals(link.InvitedBy, userId, StringComparison.Ordinal),
            token => batches.RevokeByInviterAsync(tenant, userId, by, token),
            cancellationToken);
    }

    public async Task<BulkChangeResult> RevokeForRecipientAsync(
        TenantId? tenant, PersonQuery person, string by, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(person);
        using var activity = instrumentation.Start("invitations.revoke_person");
        var (keys, errors) = await people.ReadAsync(tenant, person, cancellationToken).ConfigureAwait(false);
        if (errors.Count > 0)
            return new(default, Empty<string, int>.Dictionary, errors);

        await rows.DropAsync(tenant, keys, by, cancellationToken).ConfigureAwait(false);
        var found = await people.FindAsync(tenant, keys, cancellationToken).ConfigureAwait(false);
        var open = found.Where(invitation => InvitationLifecycle.IsOpen(invitation.Status));
        return await changer.RunAsync(_revocation, [.. open], Inviter.System(by), cancellationToken).ConfigureAwait(false);
    }

    public Task<int> RevokeForGroupAsync(TenantId tenant, string group, string by, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(group);
        return RunAsync(
            tenant,
            new() { Group = group },
            by,
            null,
            link => link.Grant.Groups.Contains(group, StringComparer.Ordinal),
            token => batches.RevokeForGroupAsync(tenant, group, by, token),
            cancellationToken);
    }

    public Task<int> RevokeForTenantAsync(TenantId tenant, string by, CancellationToken cancellationToken = default) =>
        RunAsync(tenant, new(), by, null, _ => true, token => batches.RevokeAllAsync(tenant, by, token), cancellationToken);

    private async Task<int> RunAsync(
        TenantId tenant,
        InvitationFilter filter,
        string by,
        Func<Invitation, bool>? isMeant,
        Func<InvitationLink, bool> isLinkMeant,
        Func<CancellationToken, Task<int>> revokeBatches,
        CancellationToken cancellationToken)
    {
        using var activity = instrumentation.Start("invitations.revoke_many");
        var actor = Inviter.System(by);
        var turnedOff = await links.RunAsync(tenant, isLinkMeant, actor, cancellationToken).ConfigureAwait(false);
        var dropped = await revokeBatches(cancellationToken).ConfigureAwait(false);
        var result = await changer
            .RunAsync(_revocation, tenant, filter with { Statuses = Open }, actor, isMeant, null, cancellationToken)
            .ConfigureAwait(false);
        return turnedOff + dropped + result.Counts.Done;
    }
}
