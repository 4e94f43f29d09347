using System.Security.Cryptography;
using System.Text;

namespace Invitations.Tests.Secrets;

public sealed class InvitationKeyTests
{
    [Fact]
    public void The_id_comes_from_the_key_alone()
    {
        Assert.Equal(0x94005c76u, KnownKeys.Counting.Id);
        Assert.Equal("94005c76", KnownKeys.Counting.ToString());
        Assert.NotEqual(KnownKeys.Counting.Id, KnownKeys.Other.Id);
    }

    [Fact]
    public void Text_and_bytes_make_the_same_key()
    {
        var bytes = Convert.FromBase64String(KnownKeys.CountingText);

        Assert.Equal(new InvitationKey(bytes).Id, InvitationKey.Parse(KnownKeys.CountingText).Id);
        Assert.Equal(new InvitationKey(bytes).Id, InvitationKey.Parse($" {KnownKeys.CountingText}\n").Id);
    }

    [Fact]
    public void A_generated_key_is_32_bytes_and_never_the_same()
    {
        var one = InvitationKey.Generate();

        Assert.Equal(32, Convert.FromBase64String(one).Length);
        Assert.NotEqual(InvitationKey.Parse(one).Id, InvitationKey.Parse(InvitationKey.Generate()).Id);
    }

    [Fact]
    public void Every_purpose_has_a_sub_key_of_its_own_and_none_is_the_key()
    {
        var macs = new byte[4][];
        for (var i = 0; i < macs.Length; i++)
            macs[i] = new byte[32];

        KnownKeys.Counting.TokenMac("same message"u8, macs[0]);
        KnownKeys.Counting.CodeMac("same message"u8, macs[1]);
        KnownKeys.Counting.LookupMac("same message"u8, macs[2]);
        HMACSHA256.HashData(Convert.FromBase64String(KnownKeys.CountingText), "same message"u8, macs[3]);

        Assert.Equal(4, macs.Select(Convert.ToHexString).Distinct().Count());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(16)]
    [InlineData(31)]
    public void A_short_key_is_refused_with_the_way_to_make_one(int bytes)
    {
        var error = Assert.Throws<ArgumentException>(() => new InvitationKey([.. Enumerable.Range(1, bytes).Select(i => (byte)i)]));

        Assert.StartsWith($"INV002: the key has {bytes} bytes; at least 32 are needed.", error.Message, StringComparison.Ordinal);
        Assert.Contains("openssl rand -base64 32", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void No_bytes_at_all_are_refused_like_too_few()
    {
        var error = Assert.Throws<ArgumentException>(() => new InvitationKey(null!));

        Assert.StartsWith("INV002: the key has 0 bytes", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_placeholder_of_equal_bytes_is_refused()
    {
        var error = Assert.Throws<ArgumentException>(() => new InvitationKey(new byte[32]));

        Assert.StartsWith("INV002: all bytes of the key are the same", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  \n")]
    public void A_missing_key_text_is_refused_with_the_way_to_make_one(string? text)
    {
        var error = Assert.Throws<ArgumentException>(() => InvitationKey.Parse(text!));

        Assert.StartsWith("INV002: the key is empty.", error.Message, StringComparison.Ordinal);
        Assert.Contains("InvitationKey.Generate()", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("my secret pass phrase, which is long enough!")]
    [InlineData("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8")]
    [InlineData("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh-_")]
    public void A_text_that_is_not_base64_is_refused_without_being_repeated(string text)
    {
        var error = Assert.Throws<FormatException>(() => InvitationKey.Parse(text));

        Assert.StartsWith("INV002: the key is not base64 text.", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(text, error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_of_too_few_bytes_is_refused_without_being_repeated()
    {
        var text = Convert.ToBase64String(Encoding.ASCII.GetBytes("only twenty bytes!!!"));

        var error = Assert.Throws<ArgumentException>(() => InvitationKey.Parse(text));

        Assert.StartsWith("INV002: the key has 20 bytes", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(text, error.ToString(), StringComparison.Ordinal);
    }
}
