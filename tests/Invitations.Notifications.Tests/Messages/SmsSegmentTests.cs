namespace Invitations.Notifications.Tests.Messages;

public sealed class SmsSegmentTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(160, 1)]
    [InlineData(161, 2)]
    [InlineData(306, 2)]
    [InlineData(307, 3)]
    public void Seven_bit_text_has_160_characters_in_one_segment_and_153_in_each_of_several(int length, int segments)
    {
        var counted = SmsSegments.Of(new('a', length));

        Assert.Equal((SmsEncoding.Gsm7, length, segments), (counted.Encoding, counted.Units, counted.Count));
    }

    [Theory]
    [InlineData(70, 1)]
    [InlineData(71, 2)]
    [InlineData(134, 2)]
    [InlineData(135, 3)]
    public void Other_text_has_70_characters_in_one_segment_and_67_in_each_of_several(int length, int segments)
    {
        var counted = SmsSegments.Of(new('ł', length));

        Assert.Equal((SmsEncoding.Ucs2, length, segments), (counted.Encoding, counted.Units, counted.Count));
    }

    [Theory]
    [InlineData("€")]
    [InlineData("[")]
    [InlineData("]")]
    [InlineData("{")]
    [InlineData("}")]
    [InlineData("\\")]
    [InlineData("^")]
    [InlineData("~")]
    [InlineData("|")]
    public void A_character_of_the_extension_table_counts_twice(string character) =>
        Assert.Equal((SmsEncoding.Gsm7, 2), (SmsSegments.Of(character).Encoding, SmsSegments.Of(character).Units));

    [Theory]
    [InlineData("@£$¥èéùìòÇØøÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ¤¡ÄÖÑÜ§¿äöñüà", SmsEncoding.Gsm7)]
    [InlineData("ç", SmsEncoding.Ucs2)]
    [InlineData("á", SmsEncoding.Ucs2)]
    [InlineData("`", SmsEncoding.Ucs2)]
    [InlineData("’", SmsEncoding.Ucs2)]
    [InlineData("שלום", SmsEncoding.Ucs2)]
    public void A_text_is_seven_bit_only_where_every_character_is(string text, SmsEncoding encoding) => Assert.Equal(encoding, SmsSegments.Of(text).Encoding);

    [Fact]
    public void An_escaped_character_is_not_cut_in_two()
    {
        Assert.Equal(1, SmsSegments.Of(new string('a', 158) + "€").Count);

        var atTheEdge = SmsSegments.Of(new string('a', 152) + "€" + new string('a', 152));

        Assert.Equal((306, 3), (atTheEdge.Units, atTheEdge.Count));
    }

    [Fact]
    public void An_emoji_counts_twice_and_is_not_cut_in_two()
    {
        Assert.Equal(35, SmsSegments.Of(string.Concat(Enumerable.Repeat("😀", 35))).Units / 2);

        var atTheEdge = SmsSegments.Of(new string('ł', 66) + "😀" + new string('ł', 66));

        Assert.Equal((134, 3), (atTheEdge.Units, atTheEdge.Count));
    }

    [Fact]
    public void What_is_left_of_the_last_segment_is_told()
    {
        Assert.Equal(60, SmsSegments.Of(new('a', 100)).UnitsLeft);
        Assert.Equal(145, SmsSegments.Of(new('a', 161)).UnitsLeft);
    }
}
