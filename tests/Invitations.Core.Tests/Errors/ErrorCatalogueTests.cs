using System.Globalization;

namespace Invitations.Tests.Errors;

public sealed class ErrorCatalogueTests
{
    public static TheoryData<string> Codes => [.. ErrorCatalogue.Codes];

    public static TheoryData<string> Languages => [.. ErrorCatalogue.Languages];

    public static TheoryData<string> Translations => [.. ErrorCatalogue.Languages.Where(language => language != ErrorCatalogue.English)];

    [Fact]
    public void Codes_are_unique() => Assert.Distinct(ErrorCatalogue.Codes);

    [Theory, MemberData(nameof(Codes))]
    public void A_code_is_a_noun_and_a_reason_in_lower_case(string code) => Assert.Matches("^[a-z]+(_[a-z]+)*[.][a-z]+(_[a-z]+)*$", code);

    [Theory, MemberData(nameof(Languages))]
    public void Every_code_and_nothing_else_has_a_text_in_every_language(string language)
    {
        var messages = ErrorCatalogue.Messages(language);
        Assert.Equal(ErrorCatalogue.Codes.Order(StringComparer.Ordinal), messages.Keys.Order(StringComparer.Ordinal));
        Assert.All(messages.Values, text => Assert.Matches(@"^\S.*[.]$", text));
    }

    [Theory, MemberData(nameof(Translations))]
    public void Every_language_has_the_same_words(string language) =>
        Assert.Equal(
            ErrorCatalogue.Words(ErrorCatalogue.English).Keys.Order(StringComparer.Ordinal),
            ErrorCatalogue.Words(language).Keys.Order(StringComparer.Ordinal));

    [Theory, MemberData(nameof(Translations))]
    public void Placeholders_are_the_same_in_every_language(string language)
    {
        var translation = ErrorCatalogue.Messages(language).Concat(ErrorCatalogue.Words(language)).ToDictionary();
        Assert.All(
            ErrorCatalogue.Messages(ErrorCatalogue.English).Concat(ErrorCatalogue.Words(ErrorCatalogue.English)),
            entry => Assert.Equal(ErrorCatalogue.Placeholders(entry.Value), ErrorCatalogue.Placeholders(translation[entry.Key])));
    }

    [Theory, MemberData(nameof(Translations))]
    public void No_text_was_left_in_English(string language)
    {
        var english = ErrorCatalogue.Messages(ErrorCatalogue.English);
        Assert.All(ErrorCatalogue.Messages(language), entry => Assert.NotEqual(english[entry.Key], entry.Value));
    }

    [Fact]
    public void There_is_a_sample_of_every_code_with_the_arguments_of_its_text()
    {
        Assert.Equal(ErrorCatalogue.Codes.Order(StringComparer.Ordinal), SampleErrors.All.Keys.Order(StringComparer.Ordinal));
        var english = ErrorCatalogue.Messages(ErrorCatalogue.English);
        Assert.All(SampleErrors.All.Values, error => Assert.Equal(
            ErrorCatalogue.Placeholders(english[error.Code]).Where(name => name != ArgumentText.Field),
            error.Arguments.Keys.Where(name => name != ArgumentText.Field).Order(StringComparer.Ordinal)));
    }

    [Theory, MemberData(nameof(Languages))]
    public void Every_argument_of_every_text_is_filled(string language)
    {
        var culture = CultureInfo.GetCultureInfo(language);
        Assert.All(SampleErrors.All.Values, error =>
        {
            var message = error.GetMessage(culture);
            Assert.DoesNotContain('…', message);
            Assert.DoesNotContain('{', message);
            Assert.DoesNotContain('}', message);
            Assert.NotEqual(error.Code, message);
        });
    }

    [Theory]
    [InlineData(typeof(IdentifierKinds), "kind")]
    [InlineData(typeof(DeliveryChannels), "channel")]
    public void Every_kind_and_channel_of_the_library_has_a_name(Type constants, string argument)
    {
        var words = ErrorCatalogue.Words(ErrorCatalogue.English);
        Assert.All(constants.GetFields().Where(field => field.IsLiteral && field.FieldType == typeof(string)), field => Assert.Contains($"{argument}.{field.GetRawConstantValue()}", words.Keys));
    }
}
