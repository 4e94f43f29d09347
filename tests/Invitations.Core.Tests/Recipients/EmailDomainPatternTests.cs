namespace Invitations.Tests.Recipients;

public sealed class EmailDomainPatternTests
{
    [Theory]
    [InlineData("example.com", "ana@example.com", true)]
    [InlineData("EXAMPLE.com", "ana@example.COM", true)]
    [InlineData(" example.com ", "ana@example.com", true)]
    [InlineData("example.com", "ana@mail.example.com", false)]
    [InlineData("example.com", "ana@notexample.com", false)]
    [InlineData("example.com", "ana@example.com.evil.net", false)]
    [InlineData("example.com", "ana@example.co", false)]
    [InlineData("*.example.com", "ana@mail.example.com", true)]
    [InlineData("*.example.com", "ana@a.b.example.com", true)]
    [InlineData("*.example.com", "ana@example.com", false)]
    [InlineData("*.example.com", "ana@notexample.com", false)]
    [InlineData("*.example.com", "ana@mail.example.com.evil.net", false)]
    [InlineData("*.edu", "ana@mit.edu", true)]
    [InlineData("*.edu", "ana@mit.edu.evil.net", false)]
    [InlineData("*.edu", "ana@notedu.com", false)]
    [InlineData("bücher.example", "ana@xn--bcher-kva.example", true)]
    [InlineData("XN--BCHER-KVA.example", "ana@bücher.example", true)]
    [InlineData("*.bücher.example", "ana@post.bücher.example", true)]
    public void Domains_match_by_whole_labels(string text, string address, bool matches)
    {
        Assert.True(EmailDomainPattern.TryParse(text, out var pattern, out var problem));
        Assert.Equal(EmailDomainPatternProblem.None, problem);
        Assert.True(EmailAddress.TryParse(address, out var email));
        Assert.Equal(matches, pattern.Matches(email));
        Assert.Equal(matches, new EmailDomainSet([pattern]).Contains(email));
    }

    [Theory]
    [InlineData(null, EmailDomainPatternProblem.Empty)]
    [InlineData("  ", EmailDomainPatternProblem.Empty)]
    [InlineData("*", EmailDomainPatternProblem.Wildcard)]
    [InlineData("*example.com", EmailDomainPatternProblem.Wildcard)]
    [InlineData("*.*.com", EmailDomainPatternProblem.Wildcard)]
    [InlineData("mail.*.com", EmailDomainPatternProblem.Wildcard)]
    [InlineData("@example.com", EmailDomainPatternProblem.AtSign)]
    [InlineData("ana@example.com", EmailDomainPatternProblem.AtSign)]
    [InlineData("*.", EmailDomainPatternProblem.Domain)]
    [InlineData("com", EmailDomainPatternProblem.Domain)]
    [InlineData("example.com.", EmailDomainPatternProblem.Domain)]
    [InlineData(".example.com", EmailDomainPatternProblem.Domain)]
    [InlineData("example.com/path", EmailDomainPatternProblem.Domain)]
    [InlineData("https://example.com", EmailDomainPatternProblem.Domain)]
    [InlineData("example.com, example.org", EmailDomainPatternProblem.Domain)]
    [InlineData("exam\u200Bple.com", EmailDomainPatternProblem.Domain)]
    [InlineData("xn--fake.com", EmailDomainPatternProblem.Domain)]
    [InlineData("10.0.0.1", EmailDomainPatternProblem.Domain)]
    public void Text_that_is_no_pattern_is_refused_with_its_reason(string? text, EmailDomainPatternProblem reason)
    {
        Assert.False(EmailDomainPattern.TryParse(text, out var pattern, out var problem));
        Assert.Null(pattern);
        Assert.Equal(reason, problem);
    }

    [Fact]
    public void A_set_answers_as_its_patterns_do_one_by_one()
    {
        string[] texts = ["example.com", "*.example.org", "*.edu", "a.b.example.net"];
        var patterns = texts.Select(text => EmailDomainPattern.TryParse(text, out var pattern, out _) ? pattern : throw new FormatException(text)).ToArray();
        var set = new EmailDomainSet(patterns);
        string[] domains = ["example.com", "x.example.com", "example.org", "x.example.org", "x.y.example.org", "mit.edu", "b.example.net", "a.b.example.net", "c.a.b.example.net"];

        var matched = domains.Where(domain => EmailAddress.TryParse("ana@" + domain, out var email) && set.Contains(email)).ToArray();

        Assert.Equal(["example.com", "x.example.org", "x.y.example.org", "mit.edu", "a.b.example.net"], matched);
        Assert.Equal(matched, domains.Where(domain => EmailAddress.TryParse("ana@" + domain, out var email) && patterns.Any(p => p.Matches(email))));
        Assert.False(set.IsEmpty);
        Assert.True(new EmailDomainSet([]).IsEmpty);
    }

    [Fact]
    public void Patterns_are_written_in_their_canonical_form()
    {
        Assert.True(EmailDomainPattern.TryParse("*.BÜCHER.example", out var pattern, out _));
        Assert.Equal("*.xn--bcher-kva.example", pattern.ToString());
        Assert.True(EmailDomainPattern.TryParse("*.xn--bcher-kva.example", out var same, out _));
        Assert.Equal(pattern, same);
    }
}
