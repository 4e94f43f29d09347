namespace Invitations;

/// <summary>Lists the roles of a tenant with their order. Without one, the roles are those of <see cref="TenantSettings.Roles"/>.</summary>
/// <remarks>Called once an operation, and again at acceptance. Let exceptions propagate: nothing is granted without an answer.</remarks>
public interface IRoleCatalog
{
    /// <summary>Lists all roles; a role that is not listed is refused as <c>role.unknown</c>.</summary>
    /// <param name="query">The tenant.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    ValueTask<IReadOnlyCollection<Role>> GetRolesAsync(RoleQuery query, CancellationToken cancellationToken);
}
