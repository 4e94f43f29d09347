namespace Invitations;

/// <summary>The domain rules of a tenant, ready to match.</summary>
internal sealed record TenantDomains(EmailDomainSet Allowed, EmailDomainSet Denied);
