namespace Invitations;

/// <summary>Who sends, and where.</summary>
internal readonly record struct QuotaSource(TenantId Tenant, TenantSettings Settings, Inviter Inviter)
{
    public static QuotaSource Of(OperationContext operation) => new(operation.Tenant, operation.Settings, operation.Inviter);

    /// <summary>Who is behind a message that nobody has asked for just now, such as a reminder.</summary>
    public static QuotaSource Of(Invitation invitation, TenantSettings settings) => new(
        invitation.Tenant, settings, invitation.IsFromSystem ? Inviter.System(invitation.InvitedBy) : new(invitation.InvitedBy));
}
