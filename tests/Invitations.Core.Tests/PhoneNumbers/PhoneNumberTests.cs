namespace Invitations.Tests.PhoneNumbers;

public sealed class PhoneNumberTests
{
    [Fact]
    public void Only_the_last_two_digits_show_in_a_log()
    {
        var number = new PhoneNumber("+447911123456", "GB", PhoneNumberKind.Mobile);

        Assert.Equal("+**********56", number.ToString());
        Assert.DoesNotContain("7911", new PhoneNumberResult(number).ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("7911", new PhoneNumberContext { Text = number.Value }.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("+")]
    [InlineData("+44")]
    [InlineData("447911123456")]
    [InlineData("+0447911123456")]
    [InlineData("+44 7911 123456")]
    [InlineData("+٤٤٧٩١١١٢٣٤٥٦")]
    [InlineData("+123456789012345678901")]
    public void Only_the_E164_form_makes_a_number(string value)
    {
        var refusal = Assert.Throws<ArgumentException>(() => new PhoneNumber(value));

        if (value.Length > 3)
            Assert.DoesNotContain(value, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_number_that_no_parser_made_has_no_value()
    {
        Assert.Throws<InvalidOperationException>(() => default(PhoneNumber).Value);
        Assert.Equal("", default(PhoneNumber).ToString());
        Assert.False(default(PhoneNumberResult).Succeeded);
    }

    [Theory]
    [InlineData(PhoneNumberKind.Mobile, true)]
    [InlineData(PhoneNumberKind.FixedLineOrMobile, true)]
    [InlineData(PhoneNumberKind.FixedLine, false)]
    [InlineData(PhoneNumberKind.VoIP, false)]
    [InlineData(PhoneNumberKind.Unknown, false)]
    public void The_kind_decides_whether_text_messages_arrive_unless_a_parser_knows_better(PhoneNumberKind kind, bool expected)
    {
        var number = new PhoneNumber("+447911123456", "GB", kind);

        Assert.Equal(expected, number.CanReceiveSms);
        Assert.Equal(!expected, (number with { CanReceiveSms = !expected }).CanReceiveSms);
    }

    [Fact]
    public void A_refusal_needs_a_problem() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new PhoneNumberResult(PhoneNumberProblem.None));
}
