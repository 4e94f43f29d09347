namespace Invitations;

/// <summary>Many patterns at once: the cost of a look-up is the number of labels of the address, not the number of patterns.</summary>
internal sealed class EmailDomainSet
{
    private readonly HashSet<string> _domains = new(StringComparer.Ordinal);
    private readonly HashSet<string> _parents = new(StringComparer.Ordinal);

    public EmailDomainSet(IEnumerable<EmailDomainPattern> patterns)
    {
        foreach (var pattern in patterns)
            (pattern.MatchesSubdomains ? _parents : _domains).Add(pattern.Domain);
    }

    public bool IsEmpty => _domains.Count == 0 && _parents.Count == 0;

    public bool Contains(EmailAddress address)
    {
        var rest = address.DomainSpan;
        if (_domains.GetAlternateLookup<ReadOnlySpan<char>>().Contains(rest))
            return true;
        if (_parents.Count == 0)
            return false;

        var parents = _parents.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var dot = rest.IndexOf('.'); dot >= 0; dot = rest.IndexOf('.'))
        {
            rest = rest[(dot + 1)..];
            if (parents.Contains(rest))
                return true;
        }

        return false;
    }
}
