using System.Globalization;

namespace Invitations.Tests.Errors;

public sealed class ErrorMessageTests
{
    [Theory]
    [InlineData("en", "“First name” contains a web or e-mail address")]
    [InlineData("fr", "«\u00A0Prénom\u00A0» contient une adresse web ou e-mail")]
    [InlineData("nl", "‘Voornaam’ bevat een web- of e-mailadres")]
    [InlineData("de", "„Vorname“ enthält eine Web- oder E-Mail-Adresse")]
    public void A_field_is_named_in_the_language(string language, string beginning) =>
        Assert.StartsWith(beginning, Message(SampleErrors.Of(InvitationErrorCodes.TextCarriesUrl), language), StringComparison.Ordinal);

    [Fact]
    public void The_field_of_the_arguments_wins_over_the_field_of_the_error() =>
        Assert.StartsWith("“Last name” is required",
            Message(SampleErrors.With(InvitationErrorCodes.ValueMissing, "email", ("field", "last_name")), "en"), StringComparison.Ordinal);

    [Theory]
    [InlineData("shoe_size")]
    [InlineData("unknown")]
    [InlineData("{email}")]
    public void A_field_of_the_host_is_shown_as_it_is(string field) =>
        Assert.StartsWith($"“{field}” is required", Message(new(InvitationErrorCodes.ValueMissing, field), "en"), StringComparison.Ordinal);

    [Fact]
    public void A_missing_argument_is_shown_as_an_ellipsis() =>
        Assert.Equal("There is no group “…” here. Check how it is written, or choose one of the existing groups.",
            Message(new(InvitationErrorCodes.GroupUnknown, "groups"), "en"));

    [Theory]
    [InlineData("en", "“Date of birth”")]
    [InlineData("de", "„Geburtsdatum“")]
    public void A_kind_of_the_library_is_named_in_the_language(string language, string name) =>
        Assert.Contains(name, Message(SampleErrors.Of(InvitationErrorCodes.IdentifierInvalid), language), StringComparison.Ordinal);

    [Theory]
    [InlineData("nl-BE", "nl")]
    [InlineData("fr-CA", "fr")]
    [InlineData("de-AT", "de")]
    [InlineData("en-GB", "en")]
    [InlineData("it-IT", "en")]
    [InlineData("", "en")]
    public void A_language_without_texts_of_its_own_falls_back(string language, string spoken) =>
        Assert.Equal(Message(new(InvitationErrorCodes.BatchEmpty), spoken), Message(new(InvitationErrorCodes.BatchEmpty), language));

    [Fact]
    public void The_message_is_in_the_language_of_the_current_user_interface()
    {
        var before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("nl-BE");
            Assert.Equal("De lijst heeft geen rijen. Voeg ten minste één persoon toe.", new InvitationError(InvitationErrorCodes.BatchEmpty).Message);
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    [Fact]
    public void A_code_of_the_host_shows_its_text() =>
        Assert.Equal("All seats {5} are taken.", Message(new("seats.exhausted") { Text = "All seats {5} are taken." }, "fr"));

    [Theory]
    [InlineData("seats.exhausted")]
    [InlineData("field.email")]
    [InlineData("unit.day.one")]
    public void A_code_outside_the_catalogue_without_a_text_shows_itself(string code)
    {
        Assert.Equal(code, Message(new(code), "fr"));
        Assert.False(ErrorMessages.IsKnown(code));
    }

    [Fact]
    public void Every_code_of_the_library_is_known() => Assert.All(ErrorCatalogue.Codes, code => Assert.True(ErrorMessages.IsKnown(code)));

    private static string Message(InvitationError error, string language) => error.GetMessage(CultureInfo.GetCultureInfo(language));
}
