namespace Invitations;

internal sealed class SettingsDynamicGroups : IDynamicGroups
{
    public ValueTask<IReadOnlyList<IReadOnlyList<string>>> FindAsync(DynamicGroupContext context, CancellationToken cancellationToken)
    {
        var rules = context.Settings.DynamicGroups;
        return new([.. context.People.Select(person => GroupsOf(person, rules))]);
    }

    private static IReadOnlyList<string> GroupsOf(DynamicGroupPerson person, IReadOnlyList<DynamicGroupRule> rules) => rules.Count == 0
        ? []
        : [.. rules.Where(rule => Holds(rule, person)).Select(rule => rule.Group).Distinct(StringComparer.Ordinal)];

    private static bool Holds(DynamicGroupRule rule, DynamicGroupPerson person)
    {
        if (person.Grant.Kind is GrantKind.Guest && !rule.IncludesGuests)
            return false;
        var profile = rule.CountsWhatPeopleFillIn ? person.Profile : person.Attested;
        return rule.Conditions.All(condition => condition.HoldsFor(profile));
    }
}
