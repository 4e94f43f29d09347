using System.Collections.Frozen;

namespace Invitations;

internal sealed class OperationContextFactory(
    TenantSettingsReader settings,
    IRoleCatalog roles,
    IProductCatalog products,
    IInviterAuthorityProvider? authorities = null)
{
    private static readonly InviterAuthority SystemAuthority = new() { Level = InviterLevel.OrganizationAdmin };

    public async Task<OperationContext> CreateAsync(TenantId tenant, Inviter inviter, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(inviter);
        _ = tenant.Value;
        var own = await settings.ReadAsync(tenant, cancellationToken).ConfigureAwait(false);
        var authority = await AuthorityOfAsync(tenant, inviter, inviter.Authority, cancellationToken).ConfigureAwait(false);
        return await CreateAsync(tenant, own, inviter, authority, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The context in which an invitation would be made today by the one who made it.</summary>
    public async Task<OperationContext> CreateForInviterOfAsync(Invitation invitation, TenantSettings own, CancellationToken cancellationToken)
    {
        var inviter = invitation.IsFromSystem ? Inviter.System(invitation.InvitedBy) : new Inviter(invitation.InvitedBy, invitation.InviterName);
        var authority = await AuthorityOfAsync(invitation.Tenant, inviter, null, cancellationToken).ConfigureAwait(false);
        return await CreateAsync(invitation.Tenant, own, inviter, authority, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<InviterAuthority?> AuthorityOfAsync(
        TenantId tenant, Inviter inviter, InviterAuthority? declared, CancellationToken cancellationToken)
    {
        if (inviter.IsSystem)
            return SystemAuthority;
        if (authorities is null)
            return declared;
        return await authorities.GetAuthorityAsync(new() { Tenant = tenant, UserId = inviter.UserId }, cancellationToken).ConfigureAwait(false)
            ?? InviterAuthority.None;
    }

    private async Task<OperationContext> CreateAsync(
        TenantId tenant, TenantSettings own, Inviter inviter, InviterAuthority? authority, CancellationToken cancellationToken)
    {
        var known = await roles.GetRolesAsync(new() { Tenant = tenant, Settings = own }, cancellationToken).ConfigureAwait(false);
        var enabled = await products.GetEnabledProductsAsync(new() { Tenant = tenant, Settings = own }, cancellationToken).ConfigureAwait(false);
        return new()
        {
            Tenant = tenant,
            Settings = own,
            Inviter = inviter,
            Authority = authority,
            Roles = known.ToFrozenDictionary(role => role.Id, StringComparer.Ordinal),
            Products = enabled.ToFrozenSet(StringComparer.Ordinal),
        };
    }
}
