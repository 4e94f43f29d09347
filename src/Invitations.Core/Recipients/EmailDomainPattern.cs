using System.Diagnostics.CodeAnalysis;

namespace Invitations;

/// <summary>A rule about the domains of e-mail addresses: <c>example.com</c>, or <c>*.example.com</c> for its subdomains.</summary>
/// <remarks>
/// Whole labels are compared: <c>example.com</c> matches neither <c>notexample.com</c> nor <c>example.com.evil.net</c>. Without <c>*.</c>
/// subdomains do not match; with it they do, at any depth, and the domain itself does not: to have both, write both. Internationalised
/// names are brought to the same canonical form as addresses, so <c>bücher.example</c> and <c>xn--bcher-kva.example</c> are one pattern.
/// </remarks>
public sealed record EmailDomainPattern
{
    private EmailDomainPattern(string domain, bool matchesSubdomains)
    {
        Domain = domain;
        MatchesSubdomains = matchesSubdomains;
    }

    /// <summary>The domain in lower-case A-labels, without <c>*.</c>.</summary>
    public string Domain { get; }

    /// <summary>Whether the subdomains match, and they alone.</summary>
    public bool MatchesSubdomains { get; }

    /// <summary>Reads a pattern.</summary>
    /// <param name="text">The pattern; spaces around it are dropped.</param>
    /// <param name="pattern">The pattern, or null.</param>
    /// <param name="problem">What is wrong, or <see cref="EmailDomainPatternProblem.None"/>.</param>
    /// <returns>Whether the text is a pattern.</returns>
    public static bool TryParse(string? text, [NotNullWhen(true)] out EmailDomainPattern? pattern, out EmailDomainPatternProblem problem)
    {
        pattern = null;
        var domain = text.AsSpan().Trim();
        var wildcard = domain.StartsWith("*.", StringComparison.Ordinal);
        if (wildcard)
            domain = domain[2..];

        problem = domain switch
        {
            [] when !wildcard => EmailDomainPatternProblem.Empty,
            _ when domain.Contains('*') => EmailDomainPatternProblem.Wildcard,
            _ when domain.Contains('@') => EmailDomainPatternProblem.AtSign,
            _ => EmailDomainPatternProblem.None,
        };
        if (problem != EmailDomainPatternProblem.None)
            return false;

        var canonical = EmailDomain.Canonicalize(domain, minLabels: wildcard ? 1 : 2, out _);
        if (canonical is null)
        {
            problem = EmailDomainPatternProblem.Domain;
            return false;
        }

        pattern = new EmailDomainPattern(canonical, wildcard);
        return true;
    }

    /// <summary>Whether the domain of an address matches.</summary>
    /// <exception cref="InvalidOperationException">The address is <c>default</c>.</exception>
    public bool Matches(EmailAddress address)
    {
        var domain = address.DomainSpan;
        if (!MatchesSubdomains)
            return domain.SequenceEqual(Domain);
        return domain.Length > Domain.Length && domain[^(Domain.Length + 1)] == '.' && domain.EndsWith(Domain, StringComparison.Ordinal);
    }

    /// <summary>The pattern in its canonical form.</summary>
    public override string ToString() => MatchesSubdomains ? "*." + Domain : Domain;
}
