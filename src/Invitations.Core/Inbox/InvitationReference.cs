namespace Invitations;

/// <summary>Names one invitation, wherever it is.</summary>
/// <param name="Tenant">The tenant that invites.</param>
/// <param name="InvitationId">The invitation.</param>
public readonly record struct InvitationReference(TenantId Tenant, Guid InvitationId);
