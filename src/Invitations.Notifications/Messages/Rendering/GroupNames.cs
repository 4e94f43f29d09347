using Microsoft.Extensions.Options;

namespace Invitations;

/// <summary>What people call the groups of an invitation: asked from the host's directory once, and kept for a while.</summary>
internal sealed class GroupNames(IGroupDirectory groups, ITenantSettingsProvider settings, IOptionsMonitor<InvitationOptions> options)
{
    private const int LongestName = 200;

    /// <returns>The names. A group that is gone, and one whose name carries a link, is left out.</returns>
    public async ValueTask<IReadOnlyList<string>> FindAsync(TenantId tenant, IReadOnlyList<string> ids, TenantMessages kept, CancellationToken cancellationToken)
    {
        if (ids.Count == 0)
            return [];
        var missing = ids.Where(id => kept.FindGroup(id) is null).ToList();
        var found = missing.Count == 0 ? null : await AskAsync(tenant, missing, cancellationToken).ConfigureAwait(false);
        var names = new List<string>(ids.Count);
        foreach (var id in ids)
        {
            var name = kept.FindGroup(id) ?? (found!.TryGetValue(id, out var group) ? PersonText.CleanName(group.Name ?? group.Id, LongestName).Value ?? "" : "");
            kept.KeepGroup(id, name);
            if (name.Length > 0)
                names.Add(name);
        }

        return names;
    }

    private async ValueTask<IReadOnlyDictionary<string, Group>> AskAsync(TenantId tenant, List<string> ids, CancellationToken cancellationToken)
    {
        var context = new TenantSettingsContext { Tenant = tenant, Defaults = options.CurrentValue.Defaults };
        var ofTenant = await settings.GetSettingsAsync(context, cancellationToken).ConfigureAwait(false);
        return await groups.FindAsync(new() { Tenant = tenant, Settings = ofTenant, Texts = ids }, cancellationToken).ConfigureAwait(false);
    }
}
