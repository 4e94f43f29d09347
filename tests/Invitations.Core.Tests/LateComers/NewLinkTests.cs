using Invitations.Tests.Accepting.Fixture;
using Invitations.Tests.Events;

namespace Invitations.Tests.LateComers;

public sealed class NewLinkTests
{
    private readonly RecordedEvents _events = new();

    [Fact]
    public async Task Whoever_comes_too_late_asks_and_the_inviter_can_be_told()
    {
        await using var site = _events.NewSite();
        var (id, token) = await ExpiredAsync(site);
        _events.Forget();

        Assert.True((await AskAsync(site, token)).Succeeded);

        var told = Assert.Single(_events.Told).Event;
        Assert.Equal((InvitationEventKind.NewLinkRequested, id, "u-admin"), (told.Kind, told.Invitation.Id, told.Invitation.InvitedBy));
        Assert.Null(Assert.Single(await site.TrailAsync(id), entry => entry.Action is AuditAction.NewLinkRequested).Actor);
        Assert.Equal(InvitationStatus.Expired, (await site.StoredAsync(id)).StatusAt(site.Clock.Now));
    }

    [Fact]
    public async Task The_inviter_is_told_once_a_day_however_often_somebody_asks()
    {
        await using var site = _events.NewSite();
        var (_, token) = await ExpiredAsync(site);
        _events.Forget();
        await AskAsync(site, token);

        AssertRefused("new_link.too_soon", await AskAsync(site, token));
        Assert.Single(_events.Told);
        site.Clock.Advance(TimeSpan.FromDays(1));
        Assert.True((await AskAsync(site, token)).Succeeded);
    }

    [Fact]
    public async Task A_reinvite_answers_the_request()
    {
        await using var site = new Site();
        var (id, token) = await ExpiredAsync(site);
        await AskAsync(site, token);

        Assert.True((await site.ReinviteAsync(id)).Succeeded);

        AssertRefused("token.superseded", await AskAsync(site, token));
        AssertRefused("new_link.not_needed", await AskAsync(site, await site.TokenAsync(id)));
    }

    [Fact]
    public async Task A_tenant_can_do_without()
    {
        await using var site = new Site();
        site.Tenants[Site.Acme] = Site.Settings with { LateComers = new() { CanAsk = false } };
        var (id, token) = await ExpiredAsync(site);

        AssertRefused("new_link.not_available", await AskAsync(site, token));
        Assert.DoesNotContain(await site.TrailAsync(id), entry => entry.Action is AuditAction.NewLinkRequested);
    }

    [Theory]
    [InlineData("revoke", "invitation.revoked")]
    [InlineData("accept", "invitation.already_accepted")]
    [InlineData("decline", "invitation.declined")]
    public async Task What_has_ended_leads_nowhere(string end, string code)
    {
        await using var site = _events.NewSite();
        var id = await site.InviteAsync("ana@example.com");
        var token = await site.TokenAsync(id);
        if (end == "revoke")
            await site.RevokeAsync(id);
        else if (end == "accept")
            await site.AcceptAsync(token, Acceptor.User("u-ana", ["ana@example.com"]));
        else
            await site.DeclineAsync(token);
        _events.Forget();

        AssertRefused(code, await AskAsync(site, token));
        AssertRefused("token.invalid", await AskAsync(site, "forged"));
        Assert.Empty(_events.Told);
    }

    private static async Task<(Guid Id, InvitationSecret Token)> ExpiredAsync(Site site)
    {
        var id = await site.InviteAsync("ana@example.com");
        site.Clock.Advance(TimeSpan.FromDays(7));
        return (id, await site.TokenAsync(id));
    }

    private static void AssertRefused(string code, NewLinkResult result) => Assert.Equal(code, Assert.Single(result.Errors).Code);

    private static Task<NewLinkResult> AskAsync(Site site, InvitationSecret secret) =>
        site.AskAsync<INewLinkRequests, NewLinkResult>((service, token) => service.AskAsync(secret, token));
}
