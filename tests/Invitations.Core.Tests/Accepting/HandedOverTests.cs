using Invitations.Tests.Accepting.Fixture;

namespace Invitations.Tests.Accepting;

/// <summary>What acceptance hands to the host: metadata, the end of the membership, where to go on.</summary>
public sealed class HandedOverTests
{
    private static readonly Acceptor Ana = Acceptor.User("u-ana", ["ana@example.com"]);

    [Fact]
    public async Task The_end_of_the_membership_reaches_handler_answer_and_repeat()
    {
        await using var site = new Site();
        var end = site.Clock.Now.AddDays(30);
        var id = await site.InviteAsync(new Invite("ana@example.com") { MembershipEndsAt = end, Metadata = new Dictionary<string, string> { ["plan"] = "gold" } });

        var first = await site.AcceptAsync(await site.TokenAsync(id), Ana);
        var repeat = await site.AcceptAsync(await site.TokenAsync(id), Ana);

        Assert.Equal(end, Assert.Single(site.Memberships.Calls).Grant.MembershipEndsAt);
        Assert.All([first, repeat], result => Assert.Equal((end, "gold"), (result.Acceptance!.Grant.MembershipEndsAt!.Value, result.Acceptance.Metadata["plan"])));
    }

    [Fact]
    public async Task A_membership_that_would_have_ended_is_neither_given_nor_offered_again()
    {
        await using var site = new Site();
        var id = await site.InviteAsync(new Invite("ana@example.com") { MembershipEndsAt = site.Clock.Now.AddDays(2) });
        site.Clock.Advance(TimeSpan.FromDays(2));

        var accepted = await site.AcceptAsync(await site.TokenAsync(id), Ana);

        Refused.With("membership_end.invalid", accepted);
        Assert.Equal("invitation.unavailable", accepted.PublicError!.Code);
        Refused.With("membership_end.invalid", await site.ReinviteAsync(id));
        Assert.True((await site.RevokeAsync(id)).Succeeded);
    }

    [Fact]
    public async Task An_edit_moves_the_end_of_the_membership_or_takes_it_away()
    {
        await using var site = new Site();
        var (first, later) = (site.Clock.Now.AddDays(2), site.Clock.Now.AddDays(30));
        var id = await site.InviteAsync(new Invite("ana@example.com") { MembershipEndsAt = first });
        site.Clock.Advance(TimeSpan.FromDays(3));

        Refused.With("membership_end.invalid", await site.EditAsync(id, new() { MembershipEndsAt = first }));
        Assert.Equal(later, (await site.EditAsync(id, new() { MembershipEndsAt = later })).Invitation!.Grant.MembershipEndsAt);
        Assert.Null((await site.EditAsync(id, new() { RemovesMembershipEnd = true })).Invitation!.Grant.MembershipEndsAt);

        var facts = (await site.TrailAsync(id)).Where(entry => entry.Action is AuditAction.Edited).Select(entry => entry.Details["former_membership_ends_at"]);
        Assert.Equal([first.ToString("O"), later.ToString("O")], facts);
    }

    [Theory]
    [InlineData("https://shop.example.com/start", true)]
    [InlineData("https://shop.example.com/start?next=1", false)]
    [InlineData("https://SHOP.example.com/start", false)]
    [InlineData("https://evil.example", false)]
    [InlineData("/start", true)]
    public async Task People_are_sent_to_local_paths_and_to_what_the_tenant_has_listed_as_a_whole(string target, bool isAllowed)
    {
        await using var site = new Site();
        site.Tenants[Site.Acme] = Site.Settings with { RedirectTargets = ["https://shop.example.com/start"] };

        var result = await site.TryInviteAsync(new("ana@example.com") { RedirectPath = target });

        Assert.Equal(isAllowed ? [] : ["redirect.not_local"], result.Errors.Select(error => error.Code));
        if (isAllowed)
            Assert.Equal(target, (await site.AcceptAsync(await site.TokenAsync(result.InvitationId!.Value), Ana)).Acceptance!.RedirectPath);
    }

    [Fact]
    public async Task Nobody_is_sent_to_a_target_that_was_taken_off_the_list()
    {
        await using var site = new Site();
        site.Tenants[Site.Acme] = Site.Settings with { RedirectTargets = ["https://shop.example.com/start"] };
        var id = await site.InviteAsync(new Invite("ana@example.com") { RedirectPath = "https://shop.example.com/start" });
        site.Tenants[Site.Acme] = Site.Settings;

        Assert.Null((await site.AcceptAsync(await site.TokenAsync(id), Ana)).Acceptance!.RedirectPath);
        Assert.Null((await site.AcceptAsync(await site.TokenAsync(id), Ana)).Acceptance!.RedirectPath);
    }
}
