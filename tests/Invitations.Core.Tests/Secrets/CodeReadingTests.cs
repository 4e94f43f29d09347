namespace Invitations.Tests.Secrets;

public sealed class CodeReadingTests
{
    // Its symbols are 0123456789, so that O, I and L have something to stand for.
    private const string Plain = "0123456789";
    private static readonly string Whole = Plain + CodeCheck.For(Plain);

    [Theory]
    [InlineData("O", "0")]
    [InlineData("o", "0")]
    [InlineData("I", "1")]
    [InlineData("i", "1")]
    [InlineData("L", "1")]
    [InlineData("l", "1")]
    public void Look_alikes_are_read_as_digits(string typed, string meant) =>
        Assert.Equal(Plain, Read(Whole.Replace(meant, typed, StringComparison.Ordinal))?.Symbols);

    [Fact]
    public void Small_letters_are_read_as_capitals()
    {
        for (var version = 0; version < 100; version++)
        {
            var code = AccessCodes.Derive(KnownKeys.Counting, KnownKeys.SomeId, version);
            Assert.Equal(code, Read(code.Reveal().ToLowerInvariant()));
        }
    }

    [Theory]
    [InlineData(" ")]
    [InlineData("  ")]
    [InlineData("\t")]
    [InlineData("\r\n")]
    [InlineData("-")]
    [InlineData(" - ")]
    [InlineData("\u00A0")] // no-break space
    [InlineData("\u202F")] // narrow no-break space
    [InlineData("\u2009")] // thin space
    [InlineData("\u3000")] // ideographic space
    [InlineData("\u200B")] // zero-width space
    [InlineData("\u200E")] // left-to-right mark
    [InlineData("\u00AD")] // soft hyphen
    [InlineData("\u2010")] // hyphen
    [InlineData("\u2011")] // no-break hyphen
    [InlineData("\u2013")] // en dash
    [InlineData("\u2014")] // em dash
    [InlineData("\u2212")] // minus sign
    [InlineData("\uFF0D")] // full-width hyphen
    public void Spaces_and_dashes_of_any_kind_are_dropped(string separator)
    {
        Assert.Equal(Plain, Read(string.Join(separator, Whole.Chunk(4).Select(group => new string(group))))?.Symbols);
        Assert.Equal(Plain, Read(separator + Whole + separator)?.Symbols);
    }

    [Theory]
    [InlineData('U')]
    [InlineData('u')]
    [InlineData('*')]
    [InlineData('~')]
    [InlineData('$')]
    [InlineData('=')]
    [InlineData('_')]
    [InlineData('.')]
    [InlineData('\0')]
    [InlineData('\u212A')] // Kelvin sign
    [InlineData('\u0131')] // dotless i
    [InlineData('\uFF11')] // full-width 1
    [InlineData('\u0661')] // Arabic-Indic 1
    [InlineData('\u0410')] // Cyrillic A
    [InlineData('\uD800')]
    public void Symbols_of_no_code_are_refused(char stranger)
    {
        for (var at = 0; at < Whole.Length; at++)
            Assert.Null(Read(Whole[..at] + stranger + Whole[(at + 1)..]));
        Assert.Null(Read(Whole + stranger));
        Assert.Null(Read(stranger + Whole));
    }

    [Fact]
    public void A_wrong_check_symbol_is_refused()
    {
        foreach (var symbol in CodeAlphabet.Symbols.Where(symbol => symbol != Whole[^1]))
            Assert.Null(Read(Plain + symbol));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(9)]
    [InlineData(27)]
    [InlineData(28)]
    [InlineData(60)]
    public void A_length_that_no_code_has_is_refused_though_its_check_symbol_holds(int length)
    {
        var data = new string('7', length);

        Assert.Null(Read(data + CodeCheck.For(data)));
    }

    [Fact]
    public void Texts_without_an_end_are_refused_unread()
    {
        Assert.Null(Read(null));
        Assert.Null(Read(""));
        Assert.Null(Read(" - "));
        Assert.Null(Read(Whole + new string(' ', 100_000)));
    }

    private static AccessCode? Read(string? text) => AccessCodes.TryRead(text, out var code) ? code : null;
}
