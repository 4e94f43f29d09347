namespace Invitations.Stores;

/// <summary>Whose open invitations are counted.</summary>
/// <param name="Tenant">The tenant.</param>
/// <param name="InvitedBy">The inviter (see <see cref="Invitation.InvitedBy"/>), or null for all of the tenant.</param>
/// <param name="IsFromSystem">Whether the inviter is a system (see <see cref="Invitation.IsFromSystem"/>). Not looked at where there is none.</param>
/// <param name="Now">The present instant: what expires by then is not open.</param>
public readonly record struct OpenCount(TenantId Tenant, string? InvitedBy, bool IsFromSystem, DateTimeOffset Now);
