namespace Invitations;

internal sealed class SettingsGroupDirectory : IGroupDirectory
{
    public ValueTask<IReadOnlyDictionary<string, Group>> FindAsync(GroupQuery query, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, Group>(StringComparer.Ordinal);
        foreach (var text in query.Texts)
        {
            var group = query.Settings.Groups.FirstOrDefault(g => string.Equals(g.Id, text, StringComparison.Ordinal))
                ?? query.Settings.Groups.FirstOrDefault(g => string.Equals(g.Name, text, StringComparison.OrdinalIgnoreCase));
            if (group is not null)
                found[text] = group;
        }

        return new(found);
    }
}
