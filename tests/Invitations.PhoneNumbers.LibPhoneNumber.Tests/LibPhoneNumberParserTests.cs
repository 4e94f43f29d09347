namespace Invitations.Tests.PhoneNumbers;

public sealed class LibPhoneNumberParserTests : PhoneNumberParserTests
{
    protected override IPhoneNumberParser Parser { get; } = new LibPhoneNumberParser();

    [Fact]
    public void Letters_are_the_digits_of_their_keys() =>
        Assert.Equal("+18003569377", Parse("1-800-FLOWERS", "US").Number?.Value);

    [Fact]
    public void An_instance_of_the_library_is_needed() => Assert.Throws<ArgumentNullException>(() => new LibPhoneNumberParser(null!));
}
