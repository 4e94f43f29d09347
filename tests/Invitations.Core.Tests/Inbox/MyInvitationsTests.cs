using Invitations.Tests.Accepting.Fixture;

namespace Invitations.Tests.Inbox;

public sealed class MyInvitationsTests
{
    private static readonly Acceptor Ana = Acceptor.User("u-ana", ["Ana@Example.com"], ["+447911123456"]);

    [Fact]
    public async Task A_person_sees_what_is_open_for_them_in_all_tenants_the_latest_first()
    {
        await using var site = new Site();
        var byMail = await site.InviteAsync(new Invite("ana@example.com") { PersonalMessage = "Hi", Groups = ["design"] });
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        var byPhone = await site.InviteAsync(new Invite { Phone = "+447911123456" }, tenant: Site.Globex);
        await site.InviteAsync("bob@example.com");

        var mine = await ListAsync(site, Ana);

        Assert.Equal([new(Site.Globex, byPhone), new(Site.Acme, byMail)], mine.Select(invitation => invitation.Reference));
        Assert.Equal(("Hi", "Ada Admin", "design"), (mine[1].Preview.PersonalMessage, mine[1].Preview.InviterName, Assert.Single(mine[1].Preview.Grant.Groups)));
    }

    [Fact]
    public async Task What_has_ended_or_expired_is_not_listed()
    {
        await using var site = new Site();
        await site.RevokeAsync(await site.InviteAsync("ana@example.com"));
        await site.InviteAsync(new Invite("ana@example.com"), tenant: Site.Globex);
        Assert.Single(await ListAsync(site, Ana));

        site.Clock.Advance(TimeSpan.FromDays(7));

        Assert.Empty(await ListAsync(site, Ana));
    }

    [Fact]
    public async Task An_alias_counts_in_the_tenants_that_let_it()
    {
        await using var site = new Site();
        site.Tenants[Site.Globex] = Site.Settings with { Binding = RecipientBinding.VerifiedAlias };
        await site.InviteAsync("ana@example.com");
        var listed = await site.InviteAsync(new Invite("ana@example.com"), tenant: Site.Globex);

        var mine = await ListAsync(site, Acceptor.User("u-ana", ["a.silva@example.net"], verifiedAliases: ["ana@example.com"]));

        Assert.Equal(new InvitationReference(Site.Globex, listed), Assert.Single(mine).Reference);
    }

    [Fact]
    public async Task Several_are_accepted_each_on_its_own()
    {
        await using var site = new Site();
        var one = new InvitationReference(Site.Acme, await site.InviteAsync("ana@example.com"));
        var revoked = new InvitationReference(Site.Globex, await site.InviteAsync(new Invite("ana@example.com"), tenant: Site.Globex));
        await site.RevokeAsync(revoked.InvitationId, tenant: Site.Globex);
        var other = new InvitationReference("initech", await site.InviteAsync(new Invite { Phone = "+447911123456" }, tenant: "initech"));

        var results = await AcceptAsync(site, Ana, one, revoked, other);

        Assert.Equal([one, revoked, other], results.Select(result => result.Reference));
        Assert.Equal([[], ["invitation.revoked"], []], results.Select(result => result.Result.Errors.Select(error => error.Code)));
        Assert.Equal([one.InvitationId, other.InvitationId], site.Memberships.Rows.Select(row => row.Invitation));
    }

    [Fact]
    public async Task Accepting_again_gives_the_first_answer()
    {
        await using var site = new Site();
        var reference = new InvitationReference(Site.Acme, await site.InviteAsync("ana@example.com"));
        await AcceptAsync(site, Ana, reference);

        var again = Assert.Single(await AcceptAsync(site, Ana, reference)).Result;

        Assert.True(again.Acceptance!.IsRepeat);
        Assert.Single(site.Memberships.Rows);
    }

    [Theory]
    [InlineData(RecipientBinding.VerifiedAddress)]
    [InlineData(RecipientBinding.SameDomain)]
    [InlineData(RecipientBinding.Anyone)]
    public async Task Somebody_elses_answers_like_an_unknown_one_whatever_the_binding(RecipientBinding binding)
    {
        await using var site = new Site();
        site.Tenants[Site.Acme] = Site.Settings with { Binding = binding };
        var reference = new InvitationReference(Site.Acme, await site.InviteAsync("bob@example.com"));

        foreach (var wrong in new[] { reference, new(Site.Globex, reference.InvitationId), new(Site.Acme, Guid.NewGuid()) })
        {
            Refused.With("invitation.unknown", Assert.Single(await AcceptAsync(site, Ana.Confirmed(), wrong)).Result);
            Refused.With("invitation.unknown", await DeclineAsync(site, Ana, wrong));
        }

        Assert.Equal(InvitationStatus.Pending, (await site.StoredAsync(reference.InvitationId)).Status);
    }

    [Fact]
    public async Task Expiry_is_decided_in_the_claim_here_too()
    {
        await using var site = new Site();
        var reference = new InvitationReference(Site.Acme, await site.InviteAsync("ana@example.com"));
        site.Interference.BeforeNextWrite(() =>
        {
            site.Clock.Advance(TimeSpan.FromDays(7));
            return Task.CompletedTask;
        });

        Refused.With("invitation.expired", Assert.Single(await AcceptAsync(site, Ana, reference)).Result);
        Assert.Empty(site.Memberships.Rows);
    }

    [Fact]
    public async Task A_person_declines_their_own_and_the_trail_tells_who()
    {
        await using var site = new Site();
        var id = await site.InviteAsync("ana@example.com");

        Assert.True((await DeclineAsync(site, Ana, new(Site.Acme, id), new() { DoNotAskAgain = true })).Succeeded);

        Assert.Equal(InvitationStatus.Declined, (await site.StoredAsync(id)).Status);
        Assert.Equal("u-ana", Assert.Single(await site.TrailAsync(id), entry => entry.Action is AuditAction.Declined).Actor);
        Assert.Equal("recipient.suppressed", Assert.Single((await site.TryInviteAsync(new("ana@example.com"))).Errors).Code);
    }

    [Fact]
    public async Task More_than_a_hundred_are_not_accepted_in_one_call()
    {
        await using var site = new Site();
        var reference = new InvitationReference(Site.Acme, await site.InviteAsync("ana@example.com"));

        var results = await AcceptAsync(site, Ana, [.. Enumerable.Range(0, 100).Select(_ => new InvitationReference(Site.Acme, Guid.NewGuid())), reference]);

        Refused.With("batch.too_large", results[100].Result);
        Assert.Empty(site.Memberships.Rows);
    }

    [Fact]
    public async Task Nobody_who_signs_up_has_invitations_yet()
    {
        await using var site = new Site();

        await Assert.ThrowsAsync<ArgumentException>(() => ListAsync(site, Acceptor.SigningUp()));
    }

    private static Task<IReadOnlyList<MyInvitation>> ListAsync(Site site, Acceptor person) =>
        site.AskAsync<IMyInvitations, IReadOnlyList<MyInvitation>>((service, token) => service.ListAsync(person, token));

    private static Task<IReadOnlyList<MyAcceptResult>> AcceptAsync(Site site, Acceptor person, params InvitationReference[] invitations) =>
        site.AskAsync<IMyInvitations, IReadOnlyList<MyAcceptResult>>((service, token) => service.AcceptAsync(person, invitations, null, token));

    private static Task<DeclineResult> DeclineAsync(Site site, Acceptor person, InvitationReference invitation, DeclineOptions? options = null) =>
        site.AskAsync<IMyInvitations, DeclineResult>((service, token) => service.DeclineAsync(person, invitation, options, token));
}
