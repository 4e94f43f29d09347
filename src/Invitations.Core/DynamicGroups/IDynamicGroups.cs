namespace Invitations;

/// <summary>Says which groups follow from what is known about people. Without one of the host's, the rules are those of <see cref="TenantSettings.DynamicGroups"/>.</summary>
/// <remarks>
/// Asked once a chunk in a dry run, and once at acceptance, where the groups are given next to those of the grant. Groups that the tenant does not
/// have are left out. Let exceptions propagate: nobody is let in without an answer.
/// </remarks>
public interface IDynamicGroups
{
    /// <summary>Finds the groups of people.</summary>
    /// <param name="context">The people.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>For each person, in the same order, the ids or names of the groups; empty where there are none.</returns>
    ValueTask<IReadOnlyList<IReadOnlyList<string>>> FindAsync(DynamicGroupContext context, CancellationToken cancellationToken);
}
