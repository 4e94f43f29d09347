namespace Invitations.Architecture.Tests.Api;

public sealed class LineDifferenceTests
{
    [Fact]
    public void The_same_text_has_no_difference() => Assert.Empty(LineDifference.Between("class A\n    int X\n", "class A\n    int X\n"));

    [Fact]
    public void A_changed_member_is_shown_below_its_type() => Assert.Equal(
        ["  class A", "-   int X", "+   long X"],
        LineDifference.Between("class A\n    int X\n\nclass B\n", "class A\n    long X\n\nclass B\n"));

    [Fact]
    public void A_new_and_a_lost_type_are_shown() => Assert.Equal(
        ["- class A", "+ class B"], LineDifference.Between("class A\n", "class B\n"));
}
