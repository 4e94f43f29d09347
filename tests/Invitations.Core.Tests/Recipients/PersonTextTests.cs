using System.Globalization;

namespace Invitations.Tests.Recipients;

public sealed class PersonTextTests
{
    [Theory]
    [InlineData("Ana Silva")]
    [InlineData("St. John")]
    [InlineData("St.John")]
    [InlineData("J.R.R. Tolkien")]
    [InlineData("J.R.R.Tolkien")]
    [InlineData("Dr.No")]
    [InlineData("DR.NO")]
    [InlineData("Mr.Li")]
    [InlineData("Dr.med. Hans-Peter Müller")]
    [InlineData("Dipl.-Ing. Jörg Groß")]
    [InlineData("Dipl.Ing. Groß")]
    [InlineData("A.B.C")]
    [InlineData("Ph.D.")]
    [InlineData("B.Com")]
    [InlineData("M.Tech.")]
    [InlineData("Ravi Kumar, B.Sc., M.Tech")]
    [InlineData("J.de Vries")]
    [InlineData("ana.silva")]
    [InlineData("Max.Mustermann")]
    [InlineData("O'Neill-Smith")]
    [InlineData("Martin Luther King Jr.")]
    [InlineData("Acme Co.Ltd")]
    [InlineData("S.p.A. / N.V.")]
    [InlineData("Anna/Bob")]
    [InlineData("Team 1.2")]
    [InlineData("Shift 10.15/11.00")]
    [InlineData("Night shift: London")]
    [InlineData("...")]
    [InlineData("А.С.Пушкин")]
    [InlineData("И.И. Иванов")]
    [InlineData("山田・太郎")]
    [InlineData("葛\U000E0100城")] // a variant of the first sign
    [InlineData("می\u200Cخواهم")] // a non-joiner that the spelling asks for
    [InlineData("क्\u200Dष")]
    [InlineData("Zoë 👩\u200D🚀")]
    public void Names_stay_as_they_are_written(string name)
    {
        var result = PersonText.CleanName(name, 100);
        Assert.Equal(new PersonTextResult(name, PersonTextProblem.None), result);
        Assert.True(result.Succeeded);
    }

    [Theory]
    [InlineData("http://evil.com")]
    [InlineData("HTTPS://EVIL.EXAMPLE")]
    [InlineData("ftp://x")]
    [InlineData("Ana www.evil.example")]
    [InlineData("WWW.Evil.Example now")]
    [InlineData("evil.com")]
    [InlineData("Evil.Com")]
    [InlineData("EVIL.COM")]
    [InlineData("You won! claim at evil.com.")]
    [InlineData("(evil.com)")]
    [InlineData("evil.com/login")]
    [InlineData("Dr.No/login")]
    [InlineData("bit.ly/3xYz")]
    [InlineData("t.me/evil")]
    [InlineData("evil.photography/x")]
    [InlineData("bit.ly")]
    [InlineData("evil.ru")]
    [InlineData("Evil.Ru")]
    [InlineData("x.com")]
    [InlineData("evil.co.uk")]
    [InlineData("login.evil-bank.top")]
    [InlineData("ana@evil.com")]
    [InlineData("mailto:ana")]
    [InlineData("javascript:alert(1)")]
    [InlineData("xn--bcher-kva.xn--p1ai")]
    [InlineData("evil.xn--p1ai")]
    [InlineData("пример.рф")]
    [InlineData("1.2.3.4")]
    [InlineData("ｅｖｉｌ．ｃｏｍ")] // full-width
    [InlineData("evil。com")] // ideographic full stop
    [InlineData("evil․com")] // one dot leader
    [InlineData("ev\u200Bil.c\u200Dom")] // zero-width characters inside
    [InlineData("evil.\u202Ecom")]
    public void Names_that_carry_a_link_are_refused(string name) =>
        Assert.Equal(new PersonTextResult(null, PersonTextProblem.Link), PersonText.CleanName(name, 100));

    [Theory]
    [InlineData("ASP.NET developer", true)]
    [InlineData("ASP.NET/C# developer", true)]
    [InlineData("Node.js/React developer", true)]
    [InlineData("Account manager, Booking.com", true)]
    [InlineData("CEO https://evil.com", false)]
    [InlineData("CEO www.evil.com", false)]
    [InlineData("CEO evil.com/login", false)]
    [InlineData("CEO bit.ly/x", false)]
    public void Job_titles_may_name_a_host_and_may_not_link_to_it(string title, bool taken)
    {
        var result = PersonText.CleanLine(title, 100);
        Assert.Equal(taken ? PersonTextProblem.None : PersonTextProblem.Link, result.Problem);
        Assert.Equal(taken ? title : null, result.Value);
    }

    [Theory]
    [InlineData("  Ana \t Silva\u00A0", "Ana Silva")]
    [InlineData("Ana\u3000Silva", "Ana Silva")]
    [InlineData("Ana \u200B Silva", "Ana Silva")]
    [InlineData("\u202EalviS anA\u202C", "alviS anA")]
    [InlineData("\u061CAna\u200E \u200FSil\u2066va\u2069", "Ana Silva")]
    [InlineData("\uFEFFAna\u00AD", "Ana")]
    [InlineData("An\uFFF9a", "Ana")]
    [InlineData("\u3164", null)] // Hangul filler: a letter that nobody sees
    [InlineData("\u200D \uFE0F", null)]
    [InlineData("   ", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void White_space_is_evened_out_and_invisible_characters_are_dropped(string? text, string? cleaned)
    {
        Assert.Equal(new PersonTextResult(cleaned, PersonTextProblem.None), PersonText.CleanName(text, 100));
        Assert.Equal(new PersonTextResult(cleaned, PersonTextProblem.None), PersonText.CleanLine(text, 100));
    }

    [Theory]
    [InlineData("Ana\r\nBcc: eve@example.com", PersonTextProblem.LineBreak)]
    [InlineData("Ana\n", PersonTextProblem.LineBreak)]
    [InlineData("Ana\rB", PersonTextProblem.LineBreak)]
    [InlineData("Ana\u2028B", PersonTextProblem.LineBreak)]
    [InlineData("Ana\u0085B", PersonTextProblem.LineBreak)]
    [InlineData("Ana\0", PersonTextProblem.ControlCharacter)]
    [InlineData("Ana\u001B[31m", PersonTextProblem.ControlCharacter)]
    [InlineData("Ana\u000B", PersonTextProblem.ControlCharacter)]
    [InlineData("Ana\u007F", PersonTextProblem.ControlCharacter)]
    [InlineData("Ana\u009F", PersonTextProblem.ControlCharacter)]
    public void Line_breaks_and_control_characters_are_refused(string text, PersonTextProblem problem)
    {
        Assert.Equal(new PersonTextResult(null, problem), PersonText.CleanName(text, 100));
        Assert.Equal(new PersonTextResult(null, problem), PersonText.CleanLine(text, 100));
    }

    [Fact]
    public void Half_a_surrogate_pair_and_reserved_code_points_are_refused()
    {
        foreach (var clean in new Func<string, int, PersonTextResult>[] { PersonText.CleanName, PersonText.CleanLine, PersonText.CleanMessage })
        {
            Assert.Equal(PersonTextProblem.MalformedText, clean("An\uD83Da", 100).Problem);
            Assert.Equal(PersonTextProblem.ControlCharacter, clean("An\uFFFEa", 100).Problem);
        }
    }

    [Fact]
    public void Lengths_are_counted_in_UTF_16_units_after_cleaning()
    {
        Assert.Equal("Ana", PersonText.CleanName("  A\u200Bna  ", 3).Value);
        Assert.Equal(PersonTextProblem.TooLong, PersonText.CleanName("Anas", 3).Problem);
        Assert.Equal("😀😀", PersonText.CleanName("😀😀", 4).Value);
        Assert.Equal(PersonTextProblem.TooLong, PersonText.CleanName("😀😀", 3).Problem);
        Assert.Throws<ArgumentOutOfRangeException>(() => PersonText.CleanName("Ana", 0));
    }

    [Theory]
    [InlineData("Hello Ana,\r\n\r\n\tsee https://example.com\rBye\u2028\u0085", "Hello Ana,\n\n see https://example.com\nBye")]
    [InlineData("\n a  b \u202E", "a  b")]
    [InlineData("one", "one")]
    [InlineData("\r\n\t\u200B", null)]
    [InlineData(null, null)]
    public void Messages_keep_their_lines_and_links(string? text, string? cleaned) =>
        Assert.Equal(new PersonTextResult(cleaned, PersonTextProblem.None), PersonText.CleanMessage(text, 1000));

    [Theory]
    [InlineData("a\0b")]
    [InlineData("a\u000Cb")]
    [InlineData("a\u001Bb")]
    public void Messages_refuse_control_characters_other_than_line_breaks_and_tabs(string text) =>
        Assert.Equal(new PersonTextResult(null, PersonTextProblem.ControlCharacter), PersonText.CleanMessage(text, 1000));

    [Fact]
    public void The_culture_of_the_process_does_not_hide_a_link()
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("tr-TR");
        try
        {
            Assert.Equal(PersonTextProblem.Link, PersonText.CleanName("EVIL.INFO", 100).Problem);
            Assert.Equal(PersonTextProblem.Link, PersonText.CleanName("MAILTO:X", 100).Problem);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void What_was_cleaned_once_is_clean()
    {
        var random = new Random(7);
        string[] parts = ["a", "B", " ", "  ", "\t", ".", "com", "\u200B", "\u202E", "\u200D", "é", "\u0301", "\u3000", "-", "\u2028", "ﬁ", "🚀", "/"];
        for (var i = 0; i < 50_000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 8)).Select(_ => parts[random.Next(parts.Length)]));
            foreach (var clean in new Func<string, int, PersonTextResult>[] { PersonText.CleanName, PersonText.CleanLine, PersonText.CleanMessage })
            {
                var once = clean(text, 100);
                if (once.Value is not null)
                    Assert.Equal(once, clean(once.Value, 100));
            }
        }
    }
}
