namespace Invitations;

internal sealed class SettingsRoleCatalog : IRoleCatalog
{
    public ValueTask<IReadOnlyCollection<Role>> GetRolesAsync(RoleQuery query, CancellationToken cancellationToken) =>
        new([.. query.Settings.Roles.Select((id, rank) => new Role(id, rank))]);
}
