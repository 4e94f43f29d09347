using System.Reflection;

namespace Invitations.Tests.Accepting;

public sealed class PublicErrorTests
{
    private static readonly string[] ToldToEverybody =
    [
        "code.too_many_attempts", "recipient.mismatch", "recipient.confirmation_required", "account.sign_in_first", "invitation.changed",
        "link.changed", "link.domain_not_allowed", "email.domain_not_allowed",
        "text.too_long", "text.not_allowed", "text.carries_url", "value.missing", "value.not_boolean", "value.not_date", "value.not_number",
        "value.not_choice", "field.unknown", "language.unsupported",
    ];

    public static TheoryData<string> AllCodes =>
    [
        .. typeof(InvitationErrorCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(constant => (string)constant.GetRawConstantValue()!),
    ];

    [Theory]
    [MemberData(nameof(AllCodes))]
    public void A_stranger_learns_nothing_that_is_not_about_the_stranger(string code)
    {
        var told = PublicErrors.Of(new InvitationError(code, "field"));

        Assert.Equal(ToldToEverybody.Contains(code) ? code : "invitation.unavailable", told.Code);
    }

    [Fact]
    public void The_hosts_own_refusals_are_passed_on_as_they_are()
    {
        var withText = new InvitationError("password.weak", "password") { Text = "Twelve characters or more, please." };
        var coded = new InvitationError("seats.exhausted");

        Assert.Same(withText, PublicErrors.Of(withText));
        Assert.Same(coded, PublicErrors.Of(coded));
    }
}
