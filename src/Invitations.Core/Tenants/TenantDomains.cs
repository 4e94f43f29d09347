namespace Invitations;

/// <summary>The domain rules of a tenant, ready to match.</summary>
/// <param name="Allowed">Which may be invited; empty: all.</param>
/// <param name="Denied">Which may not.</param>
/// <param name="Joining">From which one may ask to join; empty: all that may be invited.</param>
internal sealed record TenantDomains(EmailDomainSet Allowed, EmailDomainSet Denied, EmailDomainSet Joining);
