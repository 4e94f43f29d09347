namespace Invitations.Tests.Inviting;

public sealed class ForeignTextTests
{
    [Fact]
    public void What_every_store_can_keep_is_left_as_it_is()
    {
        foreach (var text in (string[])["", "plain", "naïve 😀 \u202E", "\u0001\t\n"])
        {
            Assert.True(ForeignText.IsStorable(text));
            Assert.Same(text, ForeignText.Storable(text));
            Assert.Equal(text, ForeignText.Shown(text));
        }
    }

    [Fact]
    public void What_no_store_can_keep_is_replaced_one_by_one()
    {
        Assert.False(ForeignText.IsStorable("a\0"));
        Assert.False(ForeignText.IsStorable("\uD83D"));
        Assert.Equal("a\uFFFDb\uFFFD\uFFFDc😀", ForeignText.Storable("a\0b\uDE00\uD83Dc😀"));
    }

    [Fact]
    public void A_long_text_is_cut_between_characters()
    {
        Assert.Equal(new string('x', 300), ForeignText.Shown(new string('x', 300)));
        Assert.Equal(new string('x', 300) + "…", ForeignText.Shown(new string('x', 301)));
        Assert.Equal(new string('x', 299) + "…", ForeignText.Shown(new string('x', 299) + "😀😀"));
    }
}
