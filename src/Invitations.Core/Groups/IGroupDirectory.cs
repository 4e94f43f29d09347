namespace Invitations;

/// <summary>Finds the groups of a tenant by id or name. Without one, the groups are those of <see cref="TenantSettings.Groups"/>.</summary>
/// <remarks>Called once a chunk, and again at acceptance. Let exceptions propagate: nothing is granted without an answer.</remarks>
public interface IGroupDirectory
{
    /// <summary>Finds groups.</summary>
    /// <param name="query">Tenant and texts.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The group by the text that was asked; a text that is no group of the tenant is left out and refused as <c>group.unknown</c>.</returns>
    ValueTask<IReadOnlyDictionary<string, Group>> FindAsync(GroupQuery query, CancellationToken cancellationToken);
}
