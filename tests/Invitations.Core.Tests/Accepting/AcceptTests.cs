using Invitations.Tests.Accepting.Fixture;

namespace Invitations.Tests.Accepting;

public sealed class AcceptTests
{
    private static readonly Acceptor Ana = Acceptor.User("u-ana", ["ana@example.com"]);

    [Fact]
    public async Task A_signed_in_person_accepts_by_token_and_gets_what_was_offered()
    {
        await using var site = new Site();
        var id = await site.InviteAsync(new Invite("ana@example.com")
        {
            Roles = ["editor"],
            Groups = ["design"],
            Products = ["crm"],
            MembershipEndsAt = AdjustableClock.Start.AddYears(1),
            Metadata = new Dictionary<string, string> { ["campaign"] = "spring" },
            RedirectPath = "/welcome",
        });
        site.Clock.Advance(TimeSpan.FromHours(2));

        var result = await site.AcceptAsync(await site.TokenAsync(id), Ana);

        Assert.Empty(result.Errors);
        Assert.Null(result.PublicError);
        var acceptance = result.Acceptance!;
        Assert.Equal((id, Site.Acme, "u-ana", false), (acceptance.InvitationId, acceptance.Tenant, acceptance.UserId, acceptance.IsRepeat));
        Assert.Equal(["editor"], acceptance.Grant.Roles);
        Assert.Equal(["design"], acceptance.Grant.Groups);
        Assert.Equal(["crm"], acceptance.Grant.Products);
        Assert.Equal(AdjustableClock.Start.AddYears(1), acceptance.Grant.MembershipEndsAt);
        Assert.Equal("spring", acceptance.Metadata["campaign"]);
        Assert.Equal("/welcome", acceptance.RedirectPath);

        var stored = await site.StoredAsync(id);
        Assert.Equal(InvitationStatus.Accepted, stored.Status);
        Assert.Equal("u-ana", stored.AcceptedBy);
        Assert.Equal(site.Clock.Now, stored.EndedAt);
        var entry = Assert.Single(await site.TrailAsync(id), entry => entry.Action is AuditAction.Accepted);
        Assert.Equal(("u-ana", site.Clock.Now), (entry.Actor, entry.At));
    }

    [Fact]
    public async Task A_person_without_an_address_accepts_by_code()
    {
        await using var site = new Site();
        var id = await site.InviteByCodeAsync();

        var result = await site.AcceptAsync(await site.CodeAsync(id), Acceptor.User("u-worker"));

        Assert.True(result.Succeeded);
        Assert.Equal("u-worker", (await site.StoredAsync(id)).AcceptedBy);
    }

    [Fact]
    public async Task Without_a_handler_a_signed_in_person_accepts_and_the_host_acts_on_the_result()
    {
        await using var site = new Site(hasHandler: false);
        var id = await site.InviteAsync("ana@example.com");

        var result = await site.AcceptAsync(await site.TokenAsync(id), Ana);

        Assert.Equal("u-ana", result.Acceptance!.UserId);
        Assert.Equal(InvitationStatus.Accepted, (await site.StoredAsync(id)).Status);
    }

    [Fact]
    public async Task Messages_that_are_still_queued_are_not_sent_once_it_is_accepted()
    {
        await using var site = new Site();
        var id = await site.InviteAsync("ana@example.com");

        await site.AcceptAsync(await site.TokenAsync(id), Ana);

        var delivery = Assert.Single(await site.DeliveriesAsync(id));
        Assert.Equal((DeliveryStatus.Cancelled, site.Clock.Now), (delivery.Status, delivery.EndedAt));
    }

    [Fact]
    public async Task The_same_person_again_gets_the_first_answer_and_changes_nothing()
    {
        await using var site = new Site();
        var id = await site.InviteAsync(new Invite("ana@example.com") { Groups = ["design"], RedirectPath = "/welcome" });
        var secret = await site.TokenAsync(id);
        var first = await site.AcceptAsync(secret, Ana, new Profile { FirstName = "Ana" });
        var (stored, trail) = (await site.StoredAsync(id), await site.TrailAsync(id));
        site.Clock.Advance(TimeSpan.FromDays(30));

        var again = await site.AcceptAsync(secret, Acceptor.User("u-ana"), new Profile { FirstName = "Somebody else" });

        Assert.True(again.Acceptance!.IsRepeat);
        Assert.Equal(first.Acceptance!.UserId, again.Acceptance.UserId);
        Assert.Equal(first.Acceptance.Grant, again.Acceptance.Grant);
        Assert.Equal(first.Acceptance.Profile, again.Acceptance.Profile);
        Assert.Equal(first.Acceptance.RedirectPath, again.Acceptance.RedirectPath);
        Assert.Single(site.Memberships.Calls);
        Assert.Equal(stored, await site.StoredAsync(id));
        Assert.Equal(trail, await site.TrailAsync(id));
    }

    [Fact]
    public async Task Another_person_is_told_that_it_was_accepted_already()
    {
        await using var site = new Site();
        site.Tenants[Site.Acme] = Site.Settings with { Binding = RecipientBinding.Anyone };
        var id = await site.InviteAsync("ana@example.com");
        await site.AcceptAsync(await site.TokenAsync(id), Ana);

        var result = await site.AcceptAsync(await site.TokenAsync(id), Acceptor.User("u-bob", ["ana@example.com"]));

        Refused.With("invitation.already_accepted", result);
        Assert.Null(result.Acceptance);
        Assert.Single(site.Memberships.Rows);
    }

    [Fact]
    public async Task An_old_link_does_not_bring_a_removed_member_back()
    {
        await using var site = new Site();
        var id = await site.InviteAsync("ana@example.com");
        await site.AcceptAsync(await site.TokenAsync(id), Ana);

        await site.AcceptAsync(await site.TokenAsync(id), Ana);
        await site.AcceptAsync(await site.TokenAsync(id), Ana);

        Assert.Single(site.Memberships.Rows);
    }

    [Fact]
    public async Task An_edit_in_between_is_looked_at_before_the_acceptance_is_granted()
    {
        await using var site = new Site();
        var id = await site.InviteAsync(new Invite("ana@example.com") { Groups = ["design"] });
        site.Interference.BeforeNextWrite(() => site.EditAsync(id, new() { Groups = ["sales"] }));

        var result = await site.AcceptAsync(await site.TokenAsync(id), Ana);

        Assert.Equal(["sales"], result.Acceptance!.Grant.Groups);
        Assert.Equal(["sales"], Assert.Single(site.Memberships.Calls).Grant.Groups);
    }

    [Fact]
    public async Task An_address_that_is_edited_away_in_between_does_not_accept()
    {
        await using var site = new Site();
        var id = await site.InviteAsync("ana@example.com");
        site.Interference.BeforeNextWrite(() => site.EditAsync(id, new() { Email = "bob@example.com" }));

        Refused.With("token.superseded", await site.AcceptAsync(await site.TokenAsync(id), Ana));

        Assert.Empty(site.Memberships.Calls);
        Assert.Equal(InvitationStatus.Pending, (await site.StoredAsync(id)).Status);
    }

    [Fact]
    public async Task An_invitation_that_keeps_changing_is_refused_as_changed()
    {
        await using var site = new Site();
        var id = await site.InviteAsync("ana@example.com");
        EditBeforeEachWrite(tries: 3);

        Refused.With("invitation.changed", await site.AcceptAsync(await site.TokenAsync(id), Ana));

        Assert.Empty(site.Memberships.Calls);

        void EditBeforeEachWrite(int tries) => site.Interference.BeforeNextWrite(async () =>
        {
            await site.EditAsync(id, new() { PersonalMessage = $"Hello {tries}" });
            if (tries > 1)
                EditBeforeEachWrite(tries - 1);
        });
    }

    [Fact]
    public async Task It_expires_between_looking_and_accepting()
    {
        await using var site = new Site();
        var id = await site.InviteAsync("ana@example.com");
        site.Interference.BeforeNextWrite(() =>
        {
            site.Clock.Advance(TimeSpan.FromDays(7));
            return Task.CompletedTask;
        });

        Refused.With("invitation.expired", await site.AcceptAsync(await site.TokenAsync(id), Ana));

        Assert.Empty(site.Memberships.Calls);
    }
}
