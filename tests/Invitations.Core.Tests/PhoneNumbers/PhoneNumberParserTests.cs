using System.Globalization;

namespace Invitations.Tests.PhoneNumbers;

/// <summary>What every engine behind <see cref="IPhoneNumberParser"/> has to do.</summary>
public abstract class PhoneNumberParserTests
{
    protected abstract IPhoneNumberParser Parser { get; }

    [Fact]
    public void Every_number_that_libphonenumber_calls_valid_gets_the_same_E164_form()
    {
        var differing = LibPhoneNumberVerdict.Valid.Where(row => Parser.Parse(row.Context).Number?.Value != row.E164);

        Assert.Empty(differing.Select(static row => $"{row.Category}: {row.Text} ({row.DefaultRegion})"));
    }

    [Fact]
    public void Every_number_that_libphonenumber_calls_valid_has_the_same_country_and_kind()
    {
        var differing = LibPhoneNumberVerdict.Valid.Where(row => Parser.Parse(row.Context).Number is not { } number
            || number.Region != row.Region
            || number.Kind != row.Kind);

        Assert.Empty(differing.Select(static row => $"{row.Category}: {row.Text} ({row.DefaultRegion})"));
    }

    [Fact]
    public void At_least_98_of_100_verdicts_are_those_of_libphonenumber()
    {
        var rows = LibPhoneNumberVerdict.All;

        var agreeing = rows.Count(row => (Parser.Parse(row.Context).Number?.Value ?? "") == (row.IsValid ? row.E164 : ""));

        TestContext.Current.TestOutputHelper?.WriteLine($"{agreeing} of {rows.Count} verdicts agree.");
        Assert.Equal(1_549, rows.Count);
        Assert.InRange(agreeing, 0.98 * rows.Count, rows.Count);
    }

    [Theory]
    [InlineData("+447911123456", null, "+447911123456")]
    [InlineData("+44 (0)7911 123456", null, "+447911123456")]
    [InlineData("07911 123456", "GB", "+447911123456")]
    [InlineData("7911 123456", "GB", "+447911123456")]
    [InlineData("447911123456", "GB", "+447911123456")]
    [InlineData("00 44 7911 123456", "BE", "+447911123456")]
    [InlineData("011 44 7911 123456", "US", "+447911123456")]
    [InlineData("0011 44 7911 123456", "AU", "+447911123456")]
    [InlineData("(0)20 7946 0958", "GB", "+442079460958")]
    [InlineData("06 1234 5678", "IT", "+390612345678")]
    [InlineData("+39 06 1234 5678", null, "+390612345678")]
    [InlineData("011 15 2345 6789", "AR", "+5491123456789")]
    [InlineData("250123", "JE", "+441534250123")]
    [InlineData("8 (912) 345-67-89", "RU", "+79123456789")]
    [InlineData("201/555.0123", "US", "+12015550123")]
    [InlineData("[+44] 7911-123-456", null, "+447911123456")]
    [InlineData("+44\u00A07911\u2011123\u2013456", null, "+447911123456")]
    [InlineData("\u202A+44 7911 123456\u202C", null, "+447911123456")]
    [InlineData("\u200E+447911123456\u200F", null, "+447911123456")]
    [InlineData("+٤٤٧٩١١١٢٣٤٥٦", null, "+447911123456")]
    [InlineData("+४४ ७९११ १२३४५६", null, "+447911123456")]
    [InlineData("＋４４　７９１１　１２３４５６", null, "+447911123456")]
    [InlineData("'+447911123456", null, "+447911123456")]
    [InlineData("Tel: 07911 123456", "GB", "+447911123456")]
    [InlineData("tel:+44-7911-123456", null, "+447911123456")]
    [InlineData("tel:07911-123456;phone-context=+44", null, "+447911123456")]
    [InlineData("tel:+44-7911-123456;isub=12", null, "+447911123456")]
    [InlineData("+33 6 12 34 56 78", "GB", "+33612345678")]
    public void What_people_type_is_read(string text, string? defaultRegion, string expected)
    {
        var result = Parse(text, defaultRegion);

        Assert.Equal(PhoneNumberProblem.None, result.Problem);
        Assert.True(result.Succeeded);
        Assert.Equal(expected, result.Number.Value.Value);
    }

    [Theory]
    [InlineData("", "GB", PhoneNumberProblem.Empty)]
    [InlineData(" \t\u00A0", "GB", PhoneNumberProblem.Empty)]
    [InlineData("unknown", "GB", PhoneNumberProblem.NotANumber)]
    [InlineData("+44+7911123456", null, PhoneNumberProblem.NotANumber)]
    [InlineData(";phone-context=+44 tel:", "GB", PhoneNumberProblem.NotANumber)]
    [InlineData("07911 123456", null, PhoneNumberProblem.CountryCodeMissing)]
    [InlineData("07911 123456", "XX", PhoneNumberProblem.CountryCodeMissing)]
    [InlineData("+210123456789", null, PhoneNumberProblem.CountryCodeUnknown)]
    [InlineData("00 999 123456", "GB", PhoneNumberProblem.CountryCodeUnknown)]
    [InlineData("+44 791", null, PhoneNumberProblem.TooShort)]
    [InlineData("112", "GB", PhoneNumberProblem.TooShort)]
    [InlineData("+44 7911 123456 789", null, PhoneNumberProblem.TooLong)]
    [InlineData("+1 555 123 4567", null, PhoneNumberProblem.NotAssigned)]
    [InlineData("0100 123 9052", "GB", PhoneNumberProblem.NotAssigned)]
    public void A_refusal_says_why(string text, string? defaultRegion, PhoneNumberProblem expected)
    {
        var result = Parse(text, defaultRegion);

        Assert.Equal(expected, result.Problem);
        Assert.False(result.Succeeded);
        Assert.Null(result.Number);
    }

    [Theory]
    [InlineData("+44 7911 123456 ext. 12")]
    [InlineData("+44 7911 123456 x12")]
    [InlineData("+44 7911 123456 #12")]
    [InlineData("+44 7911 123456, 12")]
    [InlineData("+44 7911 123456 extensión 12")]
    [InlineData("tel:+44-7911-123456;ext=12")]
    public void An_extension_is_refused_unless_it_may_be_dropped(string text)
    {
        Assert.Equal(PhoneNumberProblem.Extension, Parse(text, null).Problem);
        Assert.Equal("+447911123456", Parse(text, null, stripExtension: true).Number?.Value);
    }

    [Theory]
    [InlineData("+44 7911 123456 / +44 7911 123457")]
    [InlineData("+44 7911 123456 or +44 7911 123457")]
    [InlineData("+44 7911 123456; +44 7911 123457")]
    [InlineData("+44 7911 123456\n+44 7911 123457")]
    [InlineData("+44 7911 123456, 07911 123457")]
    public void Two_numbers_are_no_number(string text) => Assert.False(Parse(text, "GB", stripExtension: true).Succeeded);

    [Fact]
    public void A_text_of_more_than_250_characters_is_not_read()
    {
        Assert.True(Parse("+447911123456".PadLeft(250), null).Succeeded);
        Assert.Equal(PhoneNumberProblem.TooLong, Parse("+447911123456".PadLeft(251), null).Problem);
    }

    [Fact]
    public void The_default_region_may_be_in_lower_case() =>
        Assert.Equal("+32470123456", Parse("0470 12 34 56", "be").Number?.Value);

    [Theory]
    [InlineData("+447911123456", true)]
    [InlineData("+442079460958", false)]
    [InlineData("+12015550123", true)]
    [InlineData("+15062341234", true)]
    [InlineData("+18002345678", false)]
    [InlineData("+80012345678", false)]
    public void Text_messages_reach_mobile_numbers_and_those_that_may_be_mobile(string text, bool expected) =>
        Assert.Equal(expected, Parse(text, null).Number?.CanReceiveSms);

    [Fact]
    public void No_text_makes_the_parser_throw()
    {
        const string alphabet = "00123456789+++()[]-./~,;:#x '\"eEtT&|\n\t\0\u00A0\u200B\u202E\u0301é٣७３ｘ＋\uD83D\uDE00\uD800\uFFFF";
        const string snippets = "tel: ;phone-context= ;isub= ;ext= ext extn int доб anexo +44 +1 00";
        var random = new Random(20_260_101);
        var words = snippets.Split(' ');
        string?[] regions = [null, "GB", "US", "IT", "AR", "BR", "JE", "JP", "XX", ""];

        for (var i = 0; i < 20_000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(30)).Select(_ =>
                random.Next(6) == 0 ? words[random.Next(words.Length)] : alphabet[random.Next(alphabet.Length)].ToString()));

            var result = Parse(text, regions[random.Next(regions.Length)], stripExtension: random.Next(2) == 0);

            Assert.NotEqual(result.Succeeded, result.Problem != PhoneNumberProblem.None);
        }
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("fa-IR")]
    [InlineData("th-TH")]
    public void The_culture_of_the_thread_does_not_matter(string culture)
    {
        var former = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            Assert.Equal("+393123456789", Parse("312 345 6789 INT 5", "it", stripExtension: true).Number?.Value);
        }
        finally
        {
            CultureInfo.CurrentCulture = former;
        }
    }

    [Fact]
    public void Many_threads_get_the_answers_of_one()
    {
        var rows = LibPhoneNumberVerdict.All;
        var alone = rows.Select(row => Parser.Parse(row.Context)).ToArray();

        Parallel.For(0, 8 * rows.Count, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i =>
            Assert.Equal(alone[i % rows.Count], Parser.Parse(rows[i % rows.Count].Context)));
    }

    [Fact]
    public void No_context_is_a_bug_of_the_caller() => Assert.Throws<ArgumentNullException>(() => Parser.Parse(null!));

    protected PhoneNumberResult Parse(string text, string? defaultRegion, bool stripExtension = false) =>
        Parser.Parse(new() { Text = text, DefaultRegion = defaultRegion, StripExtension = stripExtension });
}
