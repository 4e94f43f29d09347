using System.Buffers.Text;

namespace Invitations.Tests.Secrets;

public sealed class TokenTamperingTests
{
    private readonly TokenCodec _codec = new(new SwappableKeyRingSource(KnownKeys.Counting, KnownKeys.Other));

    public static TheoryData<string> Strays =>
        new("=", "%", " ", "\n", "\t", "\r", "+", "/", ".", "\0", "\u00A0", "é", "\uD800", "\uFF21");

    private string Token => _codec.Write(TokenKind.Invitation, KnownKeys.SomeId, 1);

    [Fact]
    public void Every_flipped_bit_is_refused()
    {
        var genuine = Base64Url.DecodeFromChars(Token);
        Assert.Equal(42, genuine.Length);

        for (var bit = 0; bit < genuine.Length * 8; bit++)
        {
            var flipped = (byte[])genuine.Clone();
            flipped[bit / 8] ^= (byte)(1 << (bit % 8));
            var text = Base64Url.EncodeToString(flipped);

            Assert.False(_codec.TryRead(text, TokenKind.Invitation, out _), $"bit {bit}");
            Assert.False(_codec.TryRead(text, TokenKind.Link, out _), $"bit {bit}");
        }
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(0, false)]
    [InlineData(2, false)]
    public void A_format_of_another_release_is_refused_even_when_signed(byte format, bool read)
    {
        var token = Base64Url.DecodeFromChars(Token);
        token[0] = format;
        var mac = new byte[32];
        KnownKeys.Counting.TokenMac(token.AsSpan(0, 26), mac);
        mac.AsSpan(0, 16).CopyTo(token.AsSpan(26));

        Assert.Equal(read, Reads(Base64Url.EncodeToString(token)));
    }

    [Fact]
    public void Every_other_character_at_every_place_is_refused()
    {
        for (var at = 0; at < Token.Length; at++)
        {
            for (var c = '\0'; c < '\u0180'; c++)
            {
                if (c != Token[at])
                    Assert.False(Reads(Token[..at] + c + Token[(at + 1)..]), $"U+{(int)c:X4} at {at}");
            }
        }
    }

    [Fact]
    public void Every_truncation_is_refused()
    {
        for (var length = 0; length < Token.Length; length++)
        {
            Assert.False(Reads(Token[..length]));
            Assert.False(Reads(Token[^length..]));
            Assert.False(Reads(Token[..length].PadRight(Token.Length, 'A')));
        }
    }

    [Theory]
    [MemberData(nameof(Strays))]
    [InlineData("A")]
    [InlineData("AAAA")]
    [InlineData("==")]
    public void Every_extension_is_refused(string stray)
    {
        for (var at = 0; at <= Token.Length; at++)
            Assert.False(Reads(Token.Insert(at, stray)));
        Assert.False(Reads(Token + Token));
    }

    [Fact]
    public void Standard_base64_is_not_a_second_spelling()
    {
        var version = Enumerable.Range(0, 1_000).First(v => "-_".All(Written(v).Contains));
        var token = Written(version);

        Assert.True(Reads(token));
        Assert.False(Reads(token.Replace('-', '+')));
        Assert.False(Reads(token.Replace('_', '/')));
        Assert.False(Reads(token.ToUpperInvariant()));
    }

    [Theory]
    [MemberData(nameof(Strays))]
    public void A_last_byte_of_zero_cannot_be_left_out(string stray)
    {
        // The one case where what the decoder skips could hide in the zeroes of an empty buffer.
        var version = Enumerable.Range(0, 10_000).First(v => Base64Url.DecodeFromChars(Written(v))[^1] == 0);
        var token = Written(version);
        Assert.True(Reads(token));
        Assert.EndsWith("A", token, StringComparison.Ordinal);

        for (var at = 0; at < token.Length; at++)
            Assert.False(Reads(token[..^1].Insert(at, stray)));
    }

    [Fact]
    public void Texts_that_are_no_tokens_are_refused()
    {
        Assert.False(Reads(null));
        Assert.False(Reads(""));
        Assert.False(Reads(new string('A', 56)));
        Assert.False(Reads(new string(' ', 56)));
        Assert.False(Reads(new string('=', 56)));
        Assert.False(Reads(new string('_', 56)));
        Assert.False(Reads(new string('A', 100_000)));
    }

    private string Written(int version) => _codec.Write(TokenKind.Invitation, KnownKeys.SomeId, version);

    private bool Reads(string? text) => _codec.TryRead(text, TokenKind.Invitation, out _);
}
