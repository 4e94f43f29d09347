namespace Invitations;

/// <summary>Finds the address by which somebody comes in: the first verified one that link and tenant have nothing against.</summary>
internal static class LinkDomains
{
    /// <returns>The canonical address, null where there is none; and a refusal where the link is for other domains.</returns>
    public static (string? Email, InvitationError? Refusal) AddressOf(InvitationLink link, Acceptor acceptor, TenantSettings settings)
    {
        var patterns = new List<EmailDomainPattern>();
        foreach (var domain in link.Domains)
        {
            if (EmailDomainPattern.TryParse(domain, out var pattern, out _))
                patterns.Add(pattern);
        }

        var fitting = new List<EmailAddress>();
        foreach (var text in acceptor.VerifiedEmails)
        {
            if (EmailAddress.TryParse(text, out var email) && (link.Domains.Count == 0 || patterns.Exists(pattern => pattern.Matches(email))))
                fitting.Add(email);
        }

        if (fitting.Count == 0)
            return (null, link.Domains.Count == 0 ? null : Refusals.Of(InvitationErrorCodes.LinkDomainNotAllowed, null, "domains", link.Domains));
        var allowed = fitting.FindIndex(email => DomainPolicy.IsAllowed(settings, link.Grant.Kind, email));
        return (fitting[Math.Max(allowed, 0)].Value, null);
    }
}
