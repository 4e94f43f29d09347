using Invitations;

namespace Snippets;

public sealed class Bulk(IBulkAdministration bulk, IRevocations revocations, TenantId tenant, Inviter actor)
{
    public async Task<BulkChangeResult> RevokeAsync(CancellationToken cancellationToken)
    {
        #region bulk-revoke
        var stale = new InvitationFilter { Statuses = [InvitationStatus.Pending], Group = "sales" };
        var progress = new Progress<BulkChangeProgress>(counts => Console.WriteLine($"{counts.Done} of {counts.Read}"));
        var result = await bulk.RevokeAsync(tenant, stale, actor, progress, cancellationToken);
        foreach (var (code, count) in result.Skipped)
            Console.WriteLine($"{count} skipped: {code}");
        #endregion
        return result;
    }

    public async Task<int> EndAsync()
    {
        #region revocations
        var invited = await revocations.RevokeByInviterAsync(tenant, "user-tina", by: "offboarding");
        var person = await revocations.RevokeForRecipientAsync(tenant: null, new() { Email = "ana@example.com" }, by: "abuse desk");
        var group = await revocations.RevokeForGroupAsync(tenant, "sales", by: "directory");
        var all = await revocations.RevokeForTenantAsync(tenant, by: "closing");
        #endregion
        return invited + person.Counts.Done + group + all;
    }
}
