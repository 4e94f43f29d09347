namespace Invitations;

/// <summary>The names of the groups of exported invitations, each looked up once.</summary>
internal sealed class ExportGroups(IGroupDirectory directory, TenantId tenant, TenantSettings settings)
{
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);

    /// <summary>Names by id. A group that is gone keeps its id.</summary>
    public IReadOnlyDictionary<string, string> Names => _names;

    public async ValueTask LookUpAsync(IEnumerable<Invitation> invitations, CancellationToken cancellationToken)
    {
        var asked = invitations.SelectMany(invitation => invitation.Grant.Groups).Where(id => !_names.ContainsKey(id)).ToHashSet(StringComparer.Ordinal);
        if (asked.Count == 0)
            return;
        var found = await directory.FindAsync(new() { Tenant = tenant, Settings = settings, Texts = asked }, cancellationToken).ConfigureAwait(false);

        // A directory finds by name as well: what is found must be the group of that id.
        foreach (var id in asked)
            _names[id] = found.GetValueOrDefault(id) is { } group && group.Id == id ? ColumnCatalogue.NameOf(group) : id;
    }
}
