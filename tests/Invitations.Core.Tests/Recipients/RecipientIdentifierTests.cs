namespace Invitations.Tests.Recipients;

public sealed class RecipientIdentifierTests
{
    [Theory]
    [InlineData("personnel_number", "007", "007", "personnel_number:007")]
    [InlineData("personnel_number", "  ab  12\u00A0x ", "ab 12 x", "personnel_number:AB 12 X")]
    [InlineData("personnel_number", "１２３", "123", "personnel_number:123")]
    [InlineData("personnel_number", "\u212A1", "K1", "personnel_number:K1")]
    [InlineData("personnel_number", "grün-ı", "grün-ı", "personnel_number:GRüN-ı")]
    [InlineData("badge2", "x:y", "x:y", "badge2:X:Y")]
    [InlineData("phone_number", "+32470123456", "+32470123456", "phone_number:+32470123456")]
    [InlineData("birthday", "1990-01-31", "1990-01-31", "birthday:1990-01-31")]
    [InlineData("birthday", " 31.01.1990 ", "1990-01-31", "birthday:1990-01-31")]
    [InlineData("birthday", "1.2.1990", "1990-02-01", "birthday:1990-02-01")]
    [InlineData("birthday", "29.02.2000", "2000-02-29", "birthday:2000-02-29")]
    public void An_identifier_has_a_value_to_show_and_a_key_to_compare(string kind, string text, string value, string key)
    {
        Assert.True(RecipientIdentifier.TryCreate(kind, text, out var identifier, out var problem));
        Assert.Equal(RecipientIdentifierProblem.None, problem);
        Assert.Equal((kind, value, key), (identifier.Kind, identifier.Value, identifier.Key));

        Assert.True(RecipientIdentifier.TryCreate(kind, identifier.Value, out var again, out _));
        Assert.Equal(identifier.Key, again.Key);
    }

    [Theory]
    [InlineData(null, "1", RecipientIdentifierProblem.Kind)]
    [InlineData("", "1", RecipientIdentifierProblem.Kind)]
    [InlineData("Badge", "1", RecipientIdentifierProblem.Kind)]
    [InlineData("2badge", "1", RecipientIdentifierProblem.Kind)]
    [InlineData("badge:x", "1", RecipientIdentifierProblem.Kind)]
    [InlineData("badge x", "1", RecipientIdentifierProblem.Kind)]
    [InlineData("badge", null, RecipientIdentifierProblem.Empty)]
    [InlineData("badge", " \u00A0 ", RecipientIdentifierProblem.Empty)]
    [InlineData("badge", "1\u200B2", RecipientIdentifierProblem.HiddenCharacter)]
    [InlineData("badge", "1\u202E2", RecipientIdentifierProblem.HiddenCharacter)]
    [InlineData("badge", "1\0", RecipientIdentifierProblem.HiddenCharacter)]
    [InlineData("badge", "1\r\n2", RecipientIdentifierProblem.HiddenCharacter)]
    [InlineData("phone_number", "0470123456", RecipientIdentifierProblem.PhoneNumber)]
    [InlineData("phone_number", "+32 470 12 34 56", RecipientIdentifierProblem.PhoneNumber)]
    [InlineData("phone_number", "+0470123456", RecipientIdentifierProblem.PhoneNumber)]
    [InlineData("phone_number", "+1234567890123456", RecipientIdentifierProblem.PhoneNumber)]
    [InlineData("birthday", "01/02/1990", RecipientIdentifierProblem.Birthday)]
    [InlineData("birthday", "1990-1-31", RecipientIdentifierProblem.Birthday)]
    [InlineData("birthday", "31.02.1990", RecipientIdentifierProblem.Birthday)]
    [InlineData("birthday", "31.01.90", RecipientIdentifierProblem.Birthday)]
    [InlineData("birthday", "1899-12-31", RecipientIdentifierProblem.Birthday)]
    [InlineData("birthday", "33000", RecipientIdentifierProblem.Birthday)]
    public void What_is_no_identifier_is_refused_with_its_reason(string? kind, string? value, RecipientIdentifierProblem reason)
    {
        Assert.False(RecipientIdentifier.TryCreate(kind, value, out var identifier, out var problem));
        Assert.Null(identifier);
        Assert.Equal(reason, problem);
    }

    [Fact]
    public void Lengths_hold_to_the_last_character_also_where_normalising_makes_text_longer()
    {
        Assert.True(RecipientIdentifier.TryCreate("badge", new string('1', 100), out _, out _));
        Assert.False(RecipientIdentifier.TryCreate("badge", new string('1', 101), out _, out var problem));
        Assert.Equal(RecipientIdentifierProblem.TooLong, problem);
        Assert.False(RecipientIdentifier.TryCreate("badge", new string('ﷺ', 10), out _, out problem)); // 18 characters each in NFKC form
        Assert.Equal(RecipientIdentifierProblem.TooLong, problem);
        Assert.True(RecipientIdentifier.TryCreate(new string('k', 50), "1", out _, out _));
        Assert.False(RecipientIdentifier.TryCreate(new string('k', 51), "1", out _, out _));
    }

    [Fact]
    public void A_half_surrogate_pair_is_refused()
    {
        Assert.False(RecipientIdentifier.TryCreate("badge", "1\uD83D", out _, out var problem));
        Assert.Equal(RecipientIdentifierProblem.HiddenCharacter, problem);
    }

    [Fact]
    public void Birthdays_are_shared_and_everything_else_belongs_to_one_person()
    {
        Assert.False(Identifier(IdentifierKinds.Birthday, "1990-01-31").IsUnique);
        Assert.True(Identifier(IdentifierKinds.PersonnelNumber, "1").IsUnique);
        Assert.True(Identifier(IdentifierKinds.PhoneNumber, "+32470123456").IsUnique);
        Assert.True(Identifier("badge", "1").IsUnique);
    }

    [Fact]
    public void Identifiers_are_equal_by_kind_and_key()
    {
        Assert.Equal(Identifier("badge", "ab 1"), Identifier("badge", " AB   1 "));
        Assert.Equal(Identifier("badge", "ab").GetHashCode(), Identifier("badge", "AB").GetHashCode());
        Assert.NotEqual(Identifier("badge", "1"), Identifier("card", "1"));
        Assert.NotEqual(Identifier("badge", "1"), Identifier("badge", "01"));
    }

    [Fact]
    public void The_value_stays_out_of_logs() => Assert.Equal("badge:***", Identifier("badge", "007").ToString());

    private static RecipientIdentifier Identifier(string kind, string value)
    {
        Assert.True(RecipientIdentifier.TryCreate(kind, value, out var identifier, out _));
        return identifier;
    }
}
