using System.Globalization;

namespace Invitations.Tests.Recipients;

public sealed class EmailAddressTests
{
    [Theory]
    [InlineData("ana@example.com", "ana@example.com")]
    [InlineData("Ana.Silva@Example.COM", "ana.silva@example.com")]
    [InlineData("  ana@example.com ", "ana@example.com")]
    [InlineData("\u00A0ana@example.com\u202F", "ana@example.com")]
    [InlineData("ana+team@example.com", "ana+team@example.com")]
    [InlineData("o'brien@example.co.uk", "o'brien@example.co.uk")]
    [InlineData("a!#$%&'*+-/=?^_`{|}~b@example.com", "a!#$%&'*+-/=?^_`{|}~b@example.com")]
    [InlineData("a@b.c", "a@b.c")]
    [InlineData("INFO@1and1.de", "info@1and1.de")]
    [InlineData("ana@a--b.r3---sn.example", "ana@a--b.r3---sn.example")]
    [InlineData("müller@bücher.example", "müller@xn--bcher-kva.example")]
    [InlineData("MÜLLER@BÜCHER.EXAMPLE", "mÜller@xn--bcher-kva.example")]
    [InlineData("ana@bu\u0308cher.example", "ana@xn--bcher-kva.example")]
    [InlineData("ana@XN--BCHER-kva.example", "ana@xn--bcher-kva.example")]
    [InlineData("ana@faß.de", "ana@xn--fa-hia.de")]
    [InlineData("ana@l·l.cat", "ana@xn--ll-0ea.cat")]
    [InlineData("ana@ドメイン.テスト", "ana@xn--eckwd4c7c.xn--zckzah")]
    [InlineData("用户@例え.jp", "用户@xn--r8jz45g.jp")]
    [InlineData("अजय.डाटा@example.com", "अजय.डाटा@example.com")]
    [InlineData("Ana.ИВАН@example.com", "ana.ИВАН@example.com")]
    public void An_address_has_one_canonical_form(string text, string canonical)
    {
        Assert.True(EmailAddress.TryParse(text, out var address, out var problem));
        Assert.Equal(EmailAddressProblem.None, problem);
        Assert.Equal(canonical, address.Value);
        Assert.Equal(canonical, $"{address.Local}@{address.Domain}");

        Assert.True(EmailAddress.TryParse(address.Value, out var again));
        Assert.Equal(address, again);
    }

    [Theory]
    [InlineData(null, EmailAddressProblem.Empty)]
    [InlineData("", EmailAddressProblem.Empty)]
    [InlineData(" \u00A0", EmailAddressProblem.Empty)]
    [InlineData("example.com", EmailAddressProblem.MissingAt)]
    [InlineData("ana", EmailAddressProblem.MissingAt)]
    [InlineData("a@x.com, b@x.com", EmailAddressProblem.SeveralAddresses)]
    [InlineData("a@x.com;b@x.com", EmailAddressProblem.SeveralAddresses)]
    [InlineData("a@x.com b@x.com", EmailAddressProblem.SeveralAddresses)]
    [InlineData("a@x.com,", EmailAddressProblem.SeveralAddresses)]
    [InlineData("Ana <a@x.com>, Bo <b@x.com>", EmailAddressProblem.SeveralAddresses)]
    [InlineData("Ana <a@x.com>", EmailAddressProblem.DisplayName)]
    [InlineData("<a@x.com>", EmailAddressProblem.DisplayName)]
    [InlineData("a(work)@x.com", EmailAddressProblem.Comment)]
    [InlineData("a@x.com (Ana)", EmailAddressProblem.Comment)]
    [InlineData("\"ana silva\"@x.com", EmailAddressProblem.QuotedLocalPart)]
    [InlineData("\"ana\"@x.com", EmailAddressProblem.QuotedLocalPart)]
    [InlineData("@x.com", EmailAddressProblem.LocalPart)]
    [InlineData("a..b@x.com", EmailAddressProblem.LocalPart)]
    [InlineData(".a@x.com", EmailAddressProblem.LocalPart)]
    [InlineData("a.@x.com", EmailAddressProblem.LocalPart)]
    [InlineData("a b@x.com", EmailAddressProblem.LocalPart)]
    [InlineData("a\u3000b@x.com", EmailAddressProblem.LocalPart)]
    [InlineData("mailto:a@x.com", EmailAddressProblem.LocalPart)]
    [InlineData("a\\b@x.com", EmailAddressProblem.LocalPart)]
    [InlineData("\u212Aim@x.com", EmailAddressProblem.LocalPart)] // Kelvin sign
    [InlineData("ａｎａ@x.com", EmailAddressProblem.LocalPart)] // full-width letters
    [InlineData("ﬁn@x.com", EmailAddressProblem.LocalPart)] // ligature
    [InlineData("paſs@x.com", EmailAddressProblem.LocalPart)] // long s
    [InlineData("mu\u0308ller@x.com", EmailAddressProblem.LocalPart)] // not composed
    [InlineData("ana😀@x.com", EmailAddressProblem.LocalPart)]
    [InlineData("ana“@x.com", EmailAddressProblem.LocalPart)]
    [InlineData("a.\u0301b@x.com", EmailAddressProblem.LocalPart)] // a mark without its letter
    [InlineData("a@b", EmailAddressProblem.DomainWithoutDot)]
    [InlineData("a@localhost", EmailAddressProblem.DomainWithoutDot)]
    [InlineData("user@[127.0.0.1]", EmailAddressProblem.DomainLiteral)]
    [InlineData("user@[IPv6:::1]", EmailAddressProblem.DomainLiteral)]
    [InlineData("user@127.0.0.1", EmailAddressProblem.DomainLiteral)]
    [InlineData("user@example.123", EmailAddressProblem.DomainLiteral)]
    [InlineData("a@", EmailAddressProblem.Domain)]
    [InlineData("a@x.com.", EmailAddressProblem.Domain)]
    [InlineData("a@.x.com", EmailAddressProblem.Domain)]
    [InlineData("a@x..com", EmailAddressProblem.Domain)]
    [InlineData("a@-x.com", EmailAddressProblem.Domain)]
    [InlineData("a@x-.com", EmailAddressProblem.Domain)]
    [InlineData("a@x_y.com", EmailAddressProblem.Domain)]
    [InlineData("a@x .com", EmailAddressProblem.Domain)]
    [InlineData("a@@x.com", EmailAddressProblem.Domain)]
    [InlineData("a@b@x.com", EmailAddressProblem.Domain)]
    [InlineData("a@ｅｘａｍｐｌｅ.com", EmailAddressProblem.Domain)]
    [InlineData("a@example．com", EmailAddressProblem.DomainWithoutDot)] // full-width dot
    [InlineData("a@例え。jp", EmailAddressProblem.DomainWithoutDot)] // ideographic full stop
    [InlineData("a@x.例え。jp", EmailAddressProblem.Domain)]
    [InlineData("a@\u212Aim.com", EmailAddressProblem.Domain)]
    [InlineData("a@i❤.ws", EmailAddressProblem.Domain)]
    [InlineData("a@xn--fake.com", EmailAddressProblem.Domain)]
    [InlineData("a@xn--a.com", EmailAddressProblem.Domain)]
    [InlineData("a@xn--abc-.com", EmailAddressProblem.Domain)]
    [InlineData("a@xn--faß.de", EmailAddressProblem.Domain)]
    [InlineData("a@üü--x.com", EmailAddressProblem.Domain)]
    [InlineData("a@x.com\n", EmailAddressProblem.HiddenCharacter)]
    [InlineData("a@x.com\r\nBcc: b@x.com", EmailAddressProblem.HiddenCharacter)]
    [InlineData("\ta@x.com", EmailAddressProblem.HiddenCharacter)]
    [InlineData("a\0@x.com", EmailAddressProblem.HiddenCharacter)]
    [InlineData("a\u007F@x.com", EmailAddressProblem.HiddenCharacter)]
    [InlineData("an\u200Ba@x.com", EmailAddressProblem.HiddenCharacter)] // zero-width space
    [InlineData("an\u200Da@x.com", EmailAddressProblem.HiddenCharacter)] // zero-width joiner
    [InlineData("\uFEFFana@x.com", EmailAddressProblem.HiddenCharacter)]
    [InlineData("an\u00ADa@x.com", EmailAddressProblem.HiddenCharacter)] // soft hyphen
    [InlineData("\u202Emoc.x@ana", EmailAddressProblem.HiddenCharacter)] // right-to-left override
    [InlineData("ana\u2066@x.com", EmailAddressProblem.HiddenCharacter)]
    [InlineData("ana\uFE0F@x.com", EmailAddressProblem.HiddenCharacter)] // variation selector
    [InlineData("ana\u3164@x.com", EmailAddressProblem.HiddenCharacter)] // Hangul filler: a letter, and blank
    [InlineData("ana\u2028@x.com", EmailAddressProblem.HiddenCharacter)]
    [InlineData("ana@exa\u200Bmple.com", EmailAddressProblem.HiddenCharacter)]
    [InlineData("ana@example.com\u200B", EmailAddressProblem.HiddenCharacter)]
    public void Text_that_is_no_address_is_refused_with_its_reason(string? text, EmailAddressProblem reason)
    {
        Assert.False(EmailAddress.TryParse(text, out var address, out var problem));
        Assert.Equal(reason, problem);
        Assert.Equal(default, address);
        Assert.False(EmailAddress.TryParse(text, out _));
    }

    [Fact]
    public void Half_a_surrogate_pair_is_refused()
    {
        foreach (var text in new[] { "an\uD83Da@x.com", "ana@x\uDE00.com", "\uDE00\uD83D@x.com" })
        {
            Assert.False(EmailAddress.TryParse(text, out _, out var problem));
            Assert.Equal(EmailAddressProblem.HiddenCharacter, problem);
        }
    }

    [Fact]
    public void The_lengths_of_RFC_5321_are_octets_and_hold_to_the_last_one()
    {
        var label = new string('d', 63);
        var domain = $"{label}.{label}.{new string('e', 57)}.com"; // 189

        Assert.Equal(EmailAddressProblem.None, ProblemOf($"{new string('a', 64)}@{domain}")); // 254
        Assert.Equal(EmailAddressProblem.LocalPartTooLong, ProblemOf($"{new string('a', 65)}@x.com"));
        Assert.Equal(EmailAddressProblem.TooLong, ProblemOf($"{new string('a', 64)}@{domain.Replace(".com", ".info", StringComparison.Ordinal)}")); // 255
        Assert.Equal(EmailAddressProblem.Domain, ProblemOf($"a@{label}d.com"));
        Assert.Equal(EmailAddressProblem.None, ProblemOf($"a@{label}.com"));
        Assert.Equal(EmailAddressProblem.None, ProblemOf($"{new string('ü', 32)}@x.com"));
        Assert.Equal(EmailAddressProblem.LocalPartTooLong, ProblemOf($"{new string('ü', 33)}@x.com"));
        Assert.Equal(EmailAddressProblem.TooLong, ProblemOf($"a@{string.Concat(Enumerable.Repeat("üüüü.", 25))}com"));
        Assert.Equal(EmailAddressProblem.Domain, ProblemOf($"a@{new string('ü', 64)}.com"));
        Assert.Equal(EmailAddressProblem.TooLong, ProblemOf(new string('a', 1_000_000)));
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("az-Latn-AZ")]
    [InlineData("")]
    public void The_culture_of_the_process_changes_nothing(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            Assert.True(EmailAddress.TryParse("INFO.ILI@TITIZ.IM", out var address));
            Assert.Equal("info.ili@titiz.im", address.Value);
            Assert.True(EmailAddress.TryParse("INFO@BÜCHERI.IM", out address));
            Assert.Equal("info@xn--bcheri-3ya.im", address.Value);

            // Neither the dotted capital I nor the dotless small one is the i of ASCII.
            Assert.True(EmailAddress.TryParse("\u0130nfo@x.com", out address));
            Assert.Equal("\u0130nfo@x.com", address.Value);
            Assert.True(EmailAddress.TryParse("\u0131nfo@x.com", out address));
            Assert.Equal("\u0131nfo@x.com", address.Value);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Equal_addresses_are_equal_and_plus_tags_are_different_people()
    {
        Assert.Equal(Address("ANA@Bücher.example"), Address("ana@XN--bcher-KVA.example"));
        Assert.Equal(Address("ANA@x.com").GetHashCode(), Address("ana@X.COM").GetHashCode());
        Assert.NotEqual(Address("ana@x.com"), Address("ana+x@x.com"));
        Assert.NotEqual(Address("Ü@x.com"), Address("ü@x.com"));
    }

    [Theory]
    [InlineData("ana+x@example.com", "ana@example.com")]
    [InlineData("ana+x+y@example.com", "ana@example.com")]
    [InlineData("ana@example.com", "ana@example.com")]
    [InlineData("+ana@example.com", "+ana@example.com")]
    public void Plus_tags_count_as_one_recipient_for_rate_limits(string text, string key) => Assert.Equal(key, Address(text).RateLimitKey);

    [Theory]
    [InlineData("ana@example.com", "a***@e***.com")]
    [InlineData("a@mail.example.co.uk", "a***@m***.uk")]
    [InlineData("ü@bücher.example", "ü***@x***.example")]
    [InlineData("𠮷野@example.jp", "𠮷***@e***.jp")]
    public void Text_for_logs_is_masked(string text, string masked)
    {
        Assert.Equal(masked, Address(text).Masked());
        Assert.Equal(masked, Address(text).ToString());
        Assert.Equal($"sent to {masked}", $"sent to {Address(text)}");
    }

    [Fact]
    public void An_address_that_was_never_parsed_says_so()
    {
        Assert.Equal("", default(EmailAddress).ToString());
        Assert.Throws<InvalidOperationException>(() => default(EmailAddress).Value);
        Assert.Throws<InvalidOperationException>(() => default(EmailAddress).RateLimitKey);
    }

    [Fact]
    public void An_address_in_canonical_form_is_parsed_without_allocating()
    {
        const string Text = "ana.silva+team@mail.example.com";
        Assert.True(EmailAddress.TryParse(Text, out var address));
        Assert.Same(Text, address.Value);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
            Assert.True(EmailAddress.TryParse(Text, out address));
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void Whatever_is_accepted_is_canonical_and_safe_to_mail()
    {
        var random = new Random(20260101);
        string[] parts = ["a", "Z", "0", ".", "-", "+", "@", " ", "ü", "İ", "\u212A", "ｘ", "\u0301", "\u200D", "xn--", "xn--bcher-kva", "例", "א", "\uD83D", "。", "ß", "'"];
        string Some() => string.Concat(Enumerable.Range(0, random.Next(1, 5)).Select(_ => parts[random.Next(parts.Length)]));
        var accepted = 0;
        for (var i = 0; i < 50_000; i++)
        {
            var text = $"{Some()}@{Some()}.com";
            if (!EmailAddress.TryParse(text, out var address))
                continue;

            accepted++;
            Assert.True(EmailAddress.TryParse(address.Value, out var again), text);
            Assert.Equal(address, again);
            Assert.All(address.Domain, c => Assert.True(char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' or '.', text));
            Assert.DoesNotContain(address.Local, c => char.IsAsciiLetterUpper(c) || char.IsWhiteSpace(c) || c is '\u212A' or 'ｘ');
        }

        Assert.True(accepted > 500, $"Only {accepted} texts were addresses: the test says little.");
    }

    private static EmailAddress Address(string text)
    {
        Assert.True(EmailAddress.TryParse(text, out var address), text);
        return address;
    }

    private static EmailAddressProblem ProblemOf(string text)
    {
        Assert.Equal(EmailAddress.TryParse(text, out _, out var problem), problem == EmailAddressProblem.None);
        return problem;
    }
}
