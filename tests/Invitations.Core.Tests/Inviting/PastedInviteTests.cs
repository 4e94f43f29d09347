using Invitations.Tests.Hosting;

namespace Invitations.Tests.Inviting;

public sealed class PastedInviteTests
{
    private const string Pasted = """
        E-mail
        Ana Lima <Ana@Example.com>; bob@example.com,
        "O'Neil, Cleo" <cleo@example.com>
        not an address
        +44 7911 123456
        BOB@example.com; mailto:dan@example.com
        eve@rival.example
        """;

    private static readonly TenantSettings Settings = new() { Domains = new() { Denied = ["rival.example"] } };

    [Fact]
    public async Task Every_entry_is_answered_with_its_position()
    {
        using var host = new TestHost(Settings);

        var result = await host.InviteAsync(PastedList.Parse(Pasted).ToInvites());

        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8], result.Rows.Select(row => row.Row));
        result.Rows[3].AssertRefused("email.invalid", "email");
        result.Rows[5].AssertRefused("row.duplicate", "email", ("row", 2), ("field", "email"));
        result.Rows[7].AssertRefused("email.domain_not_allowed", "email", ("domain", "rival.example"));
        Assert.Equal(5, result.Count(InviteOutcome.Invited));
        var content = await host.ReadAsync();
        Assert.Equal(("Ana", "Lima"), (content.OfEmail("ana@example.com").Profile.FirstName, content.OfEmail("ana@example.com").Profile.LastName));
        Assert.Contains(content.Invitations, invitation => invitation.Recipient.Phone == "+447911123456");
        Assert.Equal("dan@example.com", content.Invitations.Single(invitation => invitation.BatchRow == 7).Recipient.Email);
    }

    [Fact]
    public async Task An_all_or_nothing_list_says_which_entries_are_wrong()
    {
        using var host = new TestHost(Settings);

        var result = await host.InviteAsync(PastedList.Parse(Pasted).ToInvites(), new InviteOptions { Mode = BatchMode.AllOrNothing });

        Assert.Equal([4, 6, 8], result.Rows.Where(row => row.Outcome == InviteOutcome.Refused).Select(row => row.Row));
        Assert.Empty((await host.ReadAsync()).Invitations);
    }

    [Fact]
    public async Task An_empty_text_is_an_empty_batch()
    {
        using var host = new TestHost();

        Assert.Equal("batch.empty", Assert.Single((await host.InviteAsync(PastedList.Parse(" \n ; ").ToInvites())).Errors).Code);
    }
}
