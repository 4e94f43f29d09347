namespace Invitations.Tests.PhoneNumbers;

public sealed class MetadataPhoneNumberParserTests : PhoneNumberParserTests
{
    protected override IPhoneNumberParser Parser { get; } = new MetadataPhoneNumberParser();

    [Fact]
    public void Refused_numbers_too_are_understood_as_libphonenumber_does()
    {
        var rows = LibPhoneNumberVerdict.All;
        var e164 = new char[PhoneReader.E164Length];

        var agreeing = rows.Count(row =>
        {
            var reading = PhoneReader.Read(row.Text, row.DefaultRegion, e164);
            return row.IsValid == (reading.Problem == PhoneNumberProblem.None) && e164.AsSpan(0, reading.Length).SequenceEqual(row.E164);
        });

        TestContext.Current.TestOutputHelper?.WriteLine($"{agreeing} of {rows.Count} agree on validity and E.164 form.");
        // All but one: libphonenumber drops a letter that stands for a digit ('l23456'), this parser refuses it.
        Assert.Equal(rows.Count - 1, agreeing);
    }

    [Theory]
    [InlineData("+44 7911 l23456")]
    [InlineData("+44 7911 123456 mobile")]
    [InlineData("1-800-FLOWERS")]
    [InlineData("4.47911E+11")]
    public void Letters_are_never_dropped_or_turned_into_digits(string text) =>
        Assert.Equal(PhoneNumberProblem.NotANumber, Parse(text, "US").Problem);

    [Theory]
    [InlineData("+44 7911 123456 / +44 7911 123457")]
    [InlineData("+44 7911 123456 or +44 7911 123457")]
    [InlineData("+44 7911 123456\r\n+44 7911 123457")]
    [InlineData("020 7946 0958, 07911 123456")]
    [InlineData("020 7946 0958;07911123456")]
    [InlineData("02079460958 07911123456 & 07911123457")]
    public void A_text_with_several_numbers_is_called_so(string text) =>
        Assert.Equal(PhoneNumberProblem.SeveralNumbers, Parse(text, "GB", stripExtension: true).Problem);

    [Fact]
    public void A_word_that_ends_like_a_label_is_no_extension() =>
        Assert.Equal(PhoneNumberProblem.NotANumber, Parse("+44 7911 123456 next 12", null, stripExtension: true).Problem);

    [Theory]
    [InlineData("+44 7911 12\u200B34\u206056")]
    [InlineData("+44\u20097911\u202F123\u2009456")]
    [InlineData("+44\t7911\t123456")]
    [InlineData("+𝟒𝟒 𝟕𝟗𝟏𝟏 𝟏𝟐𝟑𝟒𝟓𝟔")]
    public void Invisible_characters_spaces_and_digits_of_every_script_are_read_anywhere(string text) =>
        Assert.Equal("+447911123456", Parse(text, null).Number?.Value);

    [Fact]
    public void A_number_in_E164_form_is_not_copied()
    {
        var text = "+447911123456";

        Assert.Same(text, Parse(text, null).Number?.Value);
    }

    [Theory]
    [InlineData("tel:07911123456;phone-context=example.com", "GB", "+447911123456")]
    [InlineData("tel:07911123456;phone-context=+44-(0).;x=1", "FR", null)]
    [InlineData("tel:07911123456;phone-context=", "GB", null)]
    [InlineData("tel:07911123456;phone-context=+", "GB", null)]
    [InlineData("tel:07911123456;phone-context=exa mple", "GB", null)]
    public void The_context_of_a_URI_is_a_prefix_or_a_domain(string text, string defaultRegion, string? expected) =>
        Assert.Equal(expected, Parse(text, defaultRegion).Number?.Value);
}
