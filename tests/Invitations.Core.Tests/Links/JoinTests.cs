using Invitations.Tests.Accepting.Fixture;

namespace Invitations.Tests.Links;

public sealed class JoinTests
{
    private static readonly InvitationLinkDraft Draft = new() { Name = "Night shift" };
    private static readonly Acceptor Ana = Acceptor.User("u-ana", ["Ana@Example.com"]);

    [Fact]
    public async Task Who_joins_gets_what_the_link_gives_and_leaves_an_accepted_invitation()
    {
        await using var site = new Site();
        var link = await site.CreateLinkAsync(new()
        {
            Name = "Night shift",
            Roles = ["viewer"],
            Groups = ["design"],
            Metadata = new Dictionary<string, string> { ["order"] = "42" },
            RedirectPath = "/welcome",
        });

        var result = await site.JoinAsync(await site.LinkTokenAsync(link.Id), Ana, new() { FirstName = "Ana", EmployeeId = "E-1" });

        var joined = result.Acceptance!;
        Assert.Equal(("u-ana", Site.Acme, "design", "/welcome", "42", false), (joined.UserId, joined.Tenant, joined.Grant.Groups.Single(), joined.RedirectPath, joined.Metadata["order"], joined.IsRepeat));
        var stored = await site.StoredAsync(joined.InvitationId);
        Assert.Equal((InvitationStatus.Accepted, link.Id, "u-ana", "ana@example.com"), (stored.Status, stored.LinkId, stored.AcceptedBy, stored.Recipient.Email));
        Assert.Equal(("Ana", null, "u-admin"), (stored.Profile.FirstName, stored.Profile.EmployeeId, stored.InvitedBy));
        var call = Assert.Single(site.Memberships.Calls);
        Assert.Equal((link.Id, "viewer", Ana), (call.Invitation.LinkId, call.Grant.Roles.Single(), call.Acceptor));
        var entry = Assert.Single(await site.TrailAsync(joined.InvitationId));
        Assert.Equal((AuditAction.Accepted, "u-ana", link.Id.ToString()), (entry.Action, entry.Actor, entry.Details["link"]));
        Assert.Equal(1, await site.CountedAsync(link));
    }

    [Fact]
    public async Task The_same_person_again_gets_the_first_answer_and_takes_no_second_use()
    {
        await using var site = new Site();
        var link = await site.CreateLinkAsync(Draft with { UseLimit = 1 });
        var token = await site.LinkTokenAsync(link.Id);
        var first = await site.JoinAsync(token, Ana, new() { FirstName = "Ana" });

        var second = await site.JoinAsync(token, Ana, new() { FirstName = "Other" });

        Assert.True(second.Acceptance!.IsRepeat);
        Assert.Equal((first.Acceptance!.InvitationId, "Ana"), (second.Acceptance.InvitationId, second.Acceptance.Profile.FirstName));
        Assert.Single(site.Memberships.Calls);
        Assert.Equal(1, await site.CountedAsync(link));
    }

    [Fact]
    public async Task A_member_who_was_removed_does_not_come_back_by_a_link_that_they_have_used()
    {
        await using var site = new Site();
        var link = await site.CreateLinkAsync();
        await site.JoinAsync(await site.LinkTokenAsync(link.Id), Ana);

        // The host has removed the membership since; the library is not told.
        var same = await site.JoinAsync(await site.LinkTokenAsync(link.Id), Ana);
        await site.DeactivateLinkAsync(link.Id);
        await site.ActivateLinkAsync(link.Id);
        var renewed = await site.JoinAsync(await site.LinkTokenAsync(link.Id), Ana);

        Assert.True(same.Acceptance!.IsRepeat);
        Assert.True(renewed.Acceptance!.IsRepeat);
        Assert.Single(site.Memberships.Calls);
    }

    [Fact]
    public async Task The_invitation_that_joining_makes_cannot_be_used_or_changed_by_itself()
    {
        await using var site = new Site();
        var link = await site.CreateLinkAsync();
        var joined = (await site.JoinAsync(await site.LinkTokenAsync(link.Id), Ana)).Acceptance!.InvitationId;

        Refused.With("invitation.already_accepted", await site.ShowAsync(joined));
        Refused.With("invitation.already_accepted", await site.ReinviteAsync(joined));
        Refused.With("invitation.already_accepted", await site.RevokeAsync(joined));
        Refused.With("invitation.already_accepted", await site.AcceptAsync(await site.TokenAsync(joined), Acceptor.User("u-ben")));
    }

    [Fact]
    public async Task A_link_of_its_cap_lets_nobody_else_in_and_says_nothing_more_to_strangers()
    {
        await using var site = new Site();
        var link = await site.CreateLinkAsync(Draft with { UseLimit = 2 });
        var token = await site.LinkTokenAsync(link.Id);
        await site.JoinAsync(token, Ana);
        await site.JoinAsync(token, Acceptor.User("u-ben"));

        var third = await site.JoinAsync(token, Acceptor.User("u-eva"));

        Refused.With("link.exhausted", third);
        Assert.Equal("invitation.unavailable", third.PublicError!.Code);
        Assert.Equal("invitation.unavailable", (await site.PreviewLinkAsync(token)).PublicError!.Code);
        Assert.Equal(2, site.Memberships.Rows.Count);
    }

    [Fact]
    public async Task Expiry_is_decided_by_the_clock_to_the_microsecond()
    {
        await using var site = new Site();
        var link = await site.CreateLinkAsync(Draft with { Lifetime = TimeSpan.FromHours(1) });
        var token = await site.LinkTokenAsync(link.Id);

        site.Clock.Now = link.ExpiresAt!.Value.AddMicroseconds(-1);
        Assert.True((await site.JoinAsync(token, Ana)).Succeeded);
        site.Clock.Now = link.ExpiresAt.Value;
        Refused.With("link.expired", await site.JoinAsync(token, Acceptor.User("u-ben")));
    }

    [Fact]
    public async Task Nobody_joins_into_a_membership_that_has_ended()
    {
        await using var site = new Site();
        var link = await site.CreateLinkAsync(Draft with { MembershipEndsAt = site.Clock.Now.AddDays(1) });
        var token = await site.LinkTokenAsync(link.Id);
        site.Clock.Advance(TimeSpan.FromDays(1));

        Refused.With("link.expired", await site.JoinAsync(token, Ana));
    }

    [Fact]
    public async Task A_preview_consumes_nothing_and_names_nobody()
    {
        await using var site = new Site();
        var link = await site.CreateLinkAsync(new() { Name = "For Ben's friends", PersonalMessage = "Welcome!", Groups = ["design"], UseLimit = 1, Domains = ["example.com"] });
        var token = await site.LinkTokenAsync(link.Id);
        for (var i = 0; i < 10; i++)
            Assert.True((await site.PreviewLinkAsync(token, Site.Acme)).Succeeded);

        var preview = (await site.PreviewLinkAsync(token)).Preview!;

        Assert.Equal((Site.Acme, "Welcome!", "design", "example.com", link.ExpiresAt), (preview.Tenant, preview.PersonalMessage, preview.Grant.Groups.Single(), preview.Domains.Single(), preview.ExpiresAt));
        Assert.DoesNotContain(typeof(LinkPreview).GetProperties(), property => property.Name.Contains("Name", StringComparison.Ordinal) || property.Name.Contains("By", StringComparison.Ordinal));
        Assert.Equal(0, await site.CountedAsync(link));
        Assert.True((await site.JoinAsync(token, Ana)).Succeeded);
    }

    [Fact]
    public async Task A_token_works_for_its_own_kind_and_tenant_alone()
    {
        await using var site = new Site();
        var link = await site.CreateLinkAsync();
        var token = await site.LinkTokenAsync(link.Id);
        var invitation = (await site.SecretsAsync(await site.InviteAsync("ana@example.com"))).Token;

        Refused.With("token.invalid", await site.AcceptAsync(token, Ana));
        Refused.With("token.invalid", await site.PreviewAsync(token));
        Refused.With("token.invalid", await site.DeclineAsync(token));
        Refused.With("token.invalid", await site.JoinAsync(invitation, Ana));
        Refused.With("token.invalid", await site.PreviewLinkAsync(invitation));
        Refused.With("token.invalid", await site.JoinAsync(token, Ana, tenant: Site.Globex));
        Refused.With("token.invalid", await site.PreviewLinkAsync(token, Site.Globex));
        Refused.With("token.invalid", await site.JoinAsync(null, Ana));
        Refused.With("token.invalid", await site.JoinAsync(token[..^1] + (token[^1] == 'A' ? 'B' : 'A'), Ana));
        Assert.Empty(site.Memberships.Calls);
    }

    [Fact]
    public async Task A_forged_token_is_refused_before_anything_is_looked_up()
    {
        var calls = new CallCounter();
        await using var site = new Site(services: calls.Watch);

        Refused.With("token.invalid", await site.JoinAsync(new('A', 56), Ana));

        Assert.Empty(calls.Calls);
    }

    [Fact]
    public async Task A_handler_that_throws_or_refuses_takes_no_use()
    {
        await using var site = new Site();
        var link = await site.CreateLinkAsync(Draft with { UseLimit = 1 });
        var token = await site.LinkTokenAsync(link.Id);
        site.Memberships.Script = _ => throw new InvalidDataException();
        await Assert.ThrowsAsync<InvalidDataException>(() => site.JoinAsync(token, Ana));
        site.Memberships.Script = _ => Task.FromResult<AcceptanceOutcome?>(AcceptanceOutcome.Refused(new InvitationError("seats.none") { Text = "Full." }));
        var refused = await site.JoinAsync(token, Ana);
        Assert.Equal(("seats.none", "Full."), (refused.PublicError!.Code, refused.PublicError.Message));
        Assert.Equal(0, await site.CountedAsync(link));

        site.Memberships.Script = _ => Task.FromResult<AcceptanceOutcome?>(null);
        Assert.True((await site.JoinAsync(token, Ana)).Succeeded);
        Assert.Equal(1, await site.CountedAsync(link));
    }

    [Fact]
    public async Task A_handler_that_joins_somebody_else_is_a_bug_and_nothing_is_saved()
    {
        await using var site = new Site();
        var link = await site.CreateLinkAsync();
        site.Memberships.Script = _ => Task.FromResult<AcceptanceOutcome?>(AcceptanceOutcome.Joined("u-mallory"));
        var token = await site.LinkTokenAsync(link.Id);

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => site.JoinAsync(token, Ana));

        Assert.StartsWith("INV011", error.Message, StringComparison.Ordinal);
        Assert.Equal(0, await site.CountedAsync(link));
    }

    [Fact]
    public async Task Without_a_handler_a_user_joins_and_nobody_can_sign_up()
    {
        await using var site = new Site(hasHandler: false);
        var link = await site.CreateLinkAsync();
        var token = await site.LinkTokenAsync(link.Id);

        Assert.Equal("u-ana", (await site.JoinAsync(token, Ana)).Acceptance!.UserId);
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => site.JoinAsync(token, Acceptor.SigningUp()));
        Assert.StartsWith("INV006", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_tenant_requires_of_a_person_is_filled_in_at_joining()
    {
        await using var site = new Site();
        site.Tenants[Site.Acme] = Site.Settings with { Fields = [new() { Key = "shift", Label = "Shift", IsRequired = true }] };
        var link = await site.CreateLinkAsync();
        var token = await site.LinkTokenAsync(link.Id);

        var without = await site.JoinAsync(token, Ana);
        Assert.Equal("value.missing (shift)", Assert.Single(without.Errors).ToString());
        Assert.Equal("value.missing", without.PublicError!.Code);

        Assert.True((await site.JoinAsync(token, Ana, new() { Fields = new Dictionary<string, string> { ["shift"] = "late" } })).Succeeded);
    }

    [Fact]
    public async Task Joining_makes_as_many_store_calls_for_the_hundredth_person_as_for_the_first()
    {
        var calls = new CallCounter();
        await using var site = new Site(services: calls.Watch);
        var link = await site.CreateLinkAsync();
        var token = await site.LinkTokenAsync(link.Id);
        var tallies = new List<string[]>();
        for (var i = 0; i < 100; i++)
        {
            calls.Reset();
            await site.JoinAsync(token, Acceptor.User($"u-{i}"));
            tallies.Add([.. calls.Calls]);
        }

        Assert.Equal(
            [
                "IInvitationLinkStore.FindByTokenAsync", "IInvitationLinkStore.FindUseAsync", "IStoreTransaction.ExecuteAsync",
                "IInvitationLinkStore.TryUseAsync", "IInvitationStore.AddAsync", "IAuditStore.AppendAsync",
            ],
            tallies[0]);
        Assert.All(tallies, tally => Assert.Equal(tallies[0], tally));
    }
}
