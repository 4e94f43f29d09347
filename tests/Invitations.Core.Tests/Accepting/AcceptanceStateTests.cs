using Invitations.Tests.Accepting.Fixture;

namespace Invitations.Tests.Accepting;

public sealed class AcceptanceStateTests
{
    private static readonly Acceptor Ana = Acceptor.User("u-ana", ["ana@example.com"]);

    [Fact]
    public async Task One_microsecond_before_its_expiry_it_can_be_accepted()
    {
        await using var site = new Site();
        var id = await site.InviteAsync("ana@example.com");
        site.Clock.Now = (await site.StoredAsync(id)).ExpiresAt!.Value - TimeSpan.FromMicroseconds(1);

        Assert.True((await site.AcceptAsync(await site.TokenAsync(id), Ana)).Succeeded);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task At_its_expiry_it_cannot_be_accepted_declined_or_looked_at_on_any_path(bool byCode)
    {
        await using var site = new Site();
        var id = await (byCode ? site.InviteByCodeAsync() : site.InviteAsync("ana@example.com"));
        var secret = await (byCode ? site.CodeAsync(id) : site.TokenAsync(id));
        var expiresAt = (await site.StoredAsync(id)).ExpiresAt!.Value;
        site.Clock.Now = expiresAt;

        var accepted = await site.AcceptAsync(secret, Ana);

        Refused.With("invitation.expired", accepted);
        Assert.Equal(expiresAt, accepted.Errors[0].Arguments["since"]);
        Refused.With("invitation.expired", await site.PreviewAsync(secret));
        Refused.With("invitation.expired", await site.DeclineAsync(secret));
        Assert.Empty(site.Memberships.Calls);
        Assert.Equal(InvitationStatus.Pending, (await site.StoredAsync(id)).Status);
    }

    [Fact]
    public async Task An_expired_invitation_blocks_no_new_one()
    {
        await using var site = new Site();
        var first = await site.InviteAsync("ana@example.com");
        var late = await site.TokenAsync(first);
        site.Clock.Advance(TimeSpan.FromDays(7));
        Refused.With("invitation.expired", await site.AcceptAsync(late, Ana));

        var second = await site.InviteAsync("ana@example.com");

        Refused.With("invitation.expired", await site.AcceptAsync(late, Ana));
        Assert.True((await site.AcceptAsync(await site.TokenAsync(second), Ana)).Succeeded);
    }

    [Fact]
    public async Task One_without_an_expiry_can_be_accepted_years_later()
    {
        await using var site = new Site();
        site.Tenants[Site.Acme] = Site.Settings with { Expiry = new() { Member = null } };
        var id = await site.InviteAsync("ana@example.com");
        site.Clock.Advance(TimeSpan.FromDays(4000));

        Assert.True((await site.AcceptAsync(await site.TokenAsync(id), Ana)).Succeeded);
    }

    [Theory]
    [InlineData(InvitationStatus.Draft, "invitation.not_open")]
    [InlineData(InvitationStatus.AwaitingApproval, "invitation.not_open")]
    [InlineData(InvitationStatus.Revoked, "invitation.revoked")]
    [InlineData(InvitationStatus.Declined, "invitation.declined")]
    [InlineData(InvitationStatus.Expired, "invitation.expired")]
    [InlineData(InvitationStatus.Accepted, "invitation.already_accepted")]
    public async Task Only_what_is_open_can_be_accepted(InvitationStatus status, string code)
    {
        await using var site = new Site();
        var stored = await site.StoredAsync(await site.InviteAsync("somebody@example.com"));
        var invitation = stored with { Id = Guid.NewGuid(), Recipient = new() { Email = "ana@example.com" }, Status = status };
        await site.PutAsync(invitation);
        var secret = await site.TokenAsync(invitation.Id);

        var result = await site.AcceptAsync(secret, Ana);

        Refused.With(code, result);
        Assert.Equal("invitation.unavailable", result.PublicError!.Code);
        Refused.With(code, await site.PreviewAsync(secret));
        if (status is not InvitationStatus.Declined)
            Refused.With(code, await site.DeclineAsync(secret));
        Assert.Equal(invitation, await site.StoredAsync(invitation.Id));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_reinvite_kills_the_former_token_and_code(bool byCode)
    {
        await using var site = new Site();
        var id = await (byCode ? site.InviteByCodeAsync() : site.InviteAsync("ana@example.com"));
        var former = await (byCode ? site.CodeAsync(id) : site.TokenAsync(id));
        site.Clock.Advance(TimeSpan.FromHours(1));
        Assert.True((await site.ReinviteAsync(id)).Succeeded);

        Refused.With(byCode ? "code.invalid" : "token.superseded", await site.AcceptAsync(former, Ana));

        Assert.True((await site.AcceptAsync(await (byCode ? site.CodeAsync(id) : site.TokenAsync(id)), Ana)).Succeeded);
    }

    [Fact]
    public async Task Strangers_are_told_one_and_the_same_whatever_is_the_matter()
    {
        await using var site = new Site();
        site.Tenants[Site.Acme] = Site.Settings with { Reinvite = new() { Cooldown = TimeSpan.Zero }, Expiry = new() { Member = TimeSpan.FromDays(30) } };
        var (used, revoked, declined, superseded) = (
            await site.InviteAsync("used@example.com"), await site.InviteAsync("revoked@example.com"),
            await site.InviteAsync("declined@example.com"), await site.InviteAsync("superseded@example.com"));
        InvitationSecret[] secrets =
        [
            "unknown", await site.TokenAsync(used), await site.TokenAsync(revoked), await site.TokenAsync(declined), await site.TokenAsync(superseded),
            await site.TokenAsync(await site.InviteAsync(new Invite("expired@example.com"), options: new() { Lifetime = TimeSpan.FromDays(1) })),
            InvitationSecret.FromCode(Site.Acme, "nonsense", "caller"),
            InvitationSecret.FromCode("4F7QX-2M9TA-K", "caller"),
        ];
        await site.AcceptAsync(secrets[1], Acceptor.User("u", ["used@example.com"]));
        await site.RevokeAsync(revoked);
        await site.DeclineAsync(secrets[3]);
        await site.ReinviteAsync(superseded);
        site.Clock.Advance(TimeSpan.FromDays(1));

        var previews = await Task.WhenAll(secrets.Select(site.PreviewAsync));
        var accepts = await Task.WhenAll(secrets.Select(secret => site.AcceptAsync(secret, Acceptor.User("stranger"))));

        Assert.True(previews.Select(result => result.Errors[0].Code).Distinct().Count() >= 6);
        Assert.All<RedemptionResult>([.. previews, .. accepts], result =>
        {
            Assert.Equal("invitation.unavailable", result.PublicError!.Code);
            Assert.Equal(previews[0].PublicError!.Message, result.PublicError.Message);
            Assert.Empty(result.PublicError.Arguments);
            Assert.Null(result.PublicError.Field);
        });
    }
}
