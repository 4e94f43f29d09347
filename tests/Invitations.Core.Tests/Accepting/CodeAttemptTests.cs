using Invitations.Tests.Accepting.Fixture;
using Invitations.Tests.Secrets;

namespace Invitations.Tests.Accepting;

public sealed class CodeAttemptTests
{
    private const int Limit = 5;

    private static readonly Acceptor Worker = Acceptor.User("u-worker");

    [Fact]
    public async Task After_five_wrong_codes_a_caller_waits_for_the_window_to_pass()
    {
        await using var site = new Site();
        var right = await site.CodeAsync(await site.InviteByCodeAsync());
        await GuessAsync(site, Limit);
        site.Clock.Advance(TimeSpan.FromMinutes(4));

        var result = await site.AcceptAsync(right, Worker);

        Refused.With("code.too_many_attempts", result);
        Assert.Equal(AdjustableClock.Start.AddMinutes(15), result.Errors[0].Arguments["retryAt"]);
        Assert.Equal("code.too_many_attempts", result.PublicError!.Code);
        site.Clock.Now = AdjustableClock.Start.AddMinutes(15).AddMicroseconds(-1);
        Refused.With("code.too_many_attempts", await site.PreviewAsync(right));
        site.Clock.Now = AdjustableClock.Start.AddMinutes(15);
        Assert.True((await site.AcceptAsync(right, Worker)).Succeeded);
    }

    [Fact]
    public async Task Previews_acceptances_and_refusals_share_one_budget()
    {
        await using var site = new Site();
        await site.PreviewAsync(Wrong(0));
        await site.PreviewAsync(Wrong(1));
        await site.AcceptAsync(Wrong(2), Worker);
        await site.DeclineAsync(Wrong(3));
        Refused.With("code.invalid", await site.DeclineAsync(Wrong(4)));

        Refused.With("code.too_many_attempts", await site.PreviewAsync(Wrong(5)));
    }

    [Fact]
    public async Task Another_caller_another_tenant_and_links_are_not_affected()
    {
        await using var site = new Site();
        var (byCode, byMail, elsewhere) = (
            await site.InviteByCodeAsync(), await site.InviteAsync("ana@example.com"), await site.InviteByCodeAsync(tenant: Site.Globex));
        await GuessAsync(site, Limit);

        Refused.With("code.too_many_attempts", await site.PreviewAsync(await site.CodeAsync(byCode)));
        Assert.True((await site.PreviewAsync(await site.CodeAsync(byCode, caller: "203.0.113.9"))).Succeeded);
        Assert.True((await site.PreviewAsync(await site.CodeAsync(elsewhere, tenant: Site.Globex))).Succeeded);
        Assert.True((await site.PreviewAsync(await site.TokenAsync(byMail))).Succeeded);
    }

    [Fact]
    public async Task A_slip_of_the_finger_costs_no_attempt()
    {
        await using var site = new Site();
        var id = await site.InviteByCodeAsync();
        var code = (await site.SecretsAsync(id)).Code!;
        var mistyped = code[..^1] + (code[^1] == 'A' ? 'B' : 'A');
        for (var i = 0; i < 3 * Limit; i++)
            Refused.With("code.invalid", await site.PreviewAsync(InvitationSecret.FromCode(Site.Acme, mistyped, "198.51.100.7")));

        Assert.True((await site.AcceptAsync(await site.CodeAsync(id), Worker)).Succeeded);
    }

    [Fact]
    public async Task A_right_code_gives_its_attempt_back()
    {
        await using var site = new Site();
        var right = await site.CodeAsync(await site.InviteByCodeAsync());
        await GuessAsync(site, Limit - 1);
        for (var i = 0; i < 3 * Limit; i++)
            Assert.True((await site.PreviewAsync(right)).Succeeded);

        Refused.With("code.invalid", await site.PreviewAsync(Wrong(90)));
        Refused.With("code.too_many_attempts", await site.PreviewAsync(right));
    }

    [Fact]
    public async Task Fifty_guesses_at_once_never_pass_the_limit()
    {
        for (var round = 0; round < 20; round++)
        {
            await using var site = new Site();

            var results = await Race.RunAsync(Enumerable.Range(0, 50).Select(i => (Func<Task<PreviewResult>>)(() => site.PreviewAsync(Wrong(i)))));

            Assert.Equal(Limit, results.Count(result => result.Errors[0].Code == "code.invalid"));
            Assert.Equal(50 - Limit, results.Count(result => result.Errors[0].Code == "code.too_many_attempts"));
        }
    }

    [Fact]
    public async Task The_limit_and_the_window_are_the_hosts()
    {
        await using var site = new Site(configure: options => (options.CodeAttempts, options.CodeAttemptWindow) = (2, TimeSpan.FromHours(1)));
        await GuessAsync(site, 2);

        var result = await site.PreviewAsync(Wrong(2));

        Assert.Equal(AdjustableClock.Start.AddHours(1), Assert.Single(result.Errors).Arguments["retryAt"]);
    }

    private static async Task GuessAsync(Site site, int times)
    {
        for (var i = 0; i < times; i++)
            Refused.With("code.invalid", await site.PreviewAsync(Wrong(i)));
    }

    /// <summary>A code with the right check symbol that nobody was given.</summary>
    private static InvitationSecret Wrong(int number) => InvitationSecret.FromCode(
        Site.Acme, AccessCodes.Derive(KnownKeys.Other, KnownKeys.SomeId, number).Reveal(), "198.51.100.7");
}
