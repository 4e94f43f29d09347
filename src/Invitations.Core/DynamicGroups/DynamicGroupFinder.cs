namespace Invitations;

/// <summary>Finds the groups that rules add: those that the tenant has, without those that are granted anyway. Two calls at most, however many people.</summary>
internal sealed class DynamicGroupFinder(IDynamicGroups rules, IGroupDirectory groups)
{
    /// <returns>The ids for each person, in the same order.</returns>
    public async Task<IReadOnlyList<IReadOnlyList<string>>> FindAsync(
        TenantId tenant, TenantSettings settings, IReadOnlyList<DynamicGroupPerson> people, CancellationToken cancellationToken)
    {
        if (people.Count == 0)
            return [];
        var named = await rules.FindAsync(new() { Tenant = tenant, Settings = settings, People = people }, cancellationToken).ConfigureAwait(false);
        if (named.Count != people.Count)
            throw new InvalidOperationException($"IDynamicGroups answered for {named.Count} of {people.Count} people: give one list for each, empty where there is no group.");

        var texts = named.SelectMany(ofPerson => ofPerson).Where(ForeignText.IsStorable).ToHashSet(StringComparer.Ordinal);
        if (texts.Count == 0)
            return [.. people.Select(_ => (IReadOnlyList<string>)[])];
        var known = await groups.FindAsync(new() { Tenant = tenant, Settings = settings, Texts = texts }, cancellationToken).ConfigureAwait(false);
        return [.. people.Select((person, i) => IdsOf(named[i], known, person.Grant))];
    }

    private static IReadOnlyList<string> IdsOf(IReadOnlyList<string> named, IReadOnlyDictionary<string, Group> known, Grant grant) =>
    [
        .. named
            .Select(text => known.GetValueOrDefault(text)?.Id)
            .OfType<string>()
            .Distinct(StringComparer.Ordinal)
            .Except(grant.Groups, StringComparer.Ordinal),
    ];
}
