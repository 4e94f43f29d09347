using Invitations.Tests.Accepting.Fixture;
using Microsoft.Extensions.DependencyInjection;

namespace Invitations.Tests.Codes;

/// <summary>Two budgets of wrong codes: one for each caller, and one for each code that is typed.</summary>
public sealed class CodeBudgetTests
{
    private const int Limit = 5;
    private static readonly string WrongCode = Guess(0);

    private static readonly Acceptor Ana = Acceptor.User("u-ana");

    [Fact]
    public async Task A_wrong_code_that_many_callers_try_is_soon_not_even_looked_up()
    {
        var calls = new CallCounter();
        await using var site = new Site(services: calls.Watch);
        for (var i = 0; i < Limit; i++)
            Refused.With("code.invalid", await site.PreviewAsync(InvitationSecret.FromCode(Site.Acme, WrongCode, $"caller-{i}")));
        calls.Reset();

        var sixth = await site.PreviewAsync(InvitationSecret.FromCode(Site.Acme, WrongCode, "caller-6"));

        Refused.With("code.too_many_attempts", sixth);
        Assert.Equal(site.Clock.Now.AddMinutes(15), sixth.Errors[0].Arguments["retryAt"]);
        Assert.DoesNotContain("IInvitationStore.FindByCodeAsync", calls.Calls);
    }

    [Fact]
    public async Task Who_only_repeats_what_others_have_used_up_keeps_their_own_attempts()
    {
        await using var site = new Site();
        var right = await site.CodeAsync(await site.InviteByCodeAsync(), caller: "kiosk");
        for (var i = 0; i < Limit; i++)
            await site.PreviewAsync(InvitationSecret.FromCode(Site.Acme, WrongCode, $"caller-{i}"));
        for (var i = 0; i < 2 * Limit; i++)
            Refused.With("code.too_many_attempts", await site.PreviewAsync(InvitationSecret.FromCode(Site.Acme, WrongCode, "kiosk")));

        Assert.True((await site.AcceptAsync(right, Ana)).Succeeded);
    }

    [Fact]
    public async Task No_stranger_can_lock_somebody_out_of_their_code()
    {
        await using var site = new Site();
        var id = await site.InviteByCodeAsync();
        var right = (await site.SecretsAsync(id)).Code!;
        for (var caller = 0; caller < 50; caller++)
        {
            for (var guess = 0; guess < Limit + 1; guess++)
                await site.PreviewAsync(InvitationSecret.FromCode(Site.Acme, Guess((50 * guess) + caller), $"stranger-{caller}"));
        }

        Assert.True((await site.PreviewAsync(InvitationSecret.FromCode(Site.Acme, right, "ana"))).Succeeded);
        Assert.True((await site.AcceptAsync(InvitationSecret.FromCode(Site.Acme, right, "ana"), Ana)).Succeeded);
    }

    [Fact]
    public async Task A_right_code_costs_neither_budget_anything()
    {
        await using var site = new Site();
        var right = (await site.SecretsAsync(await site.InviteByCodeAsync())).Code!;

        for (var i = 0; i < 4 * Limit; i++)
        {
            Assert.True((await site.PreviewAsync(InvitationSecret.FromCode(Site.Acme, right, "kiosk"))).Succeeded);
            Assert.True((await site.PreviewAsync(InvitationSecret.FromCode(Site.Acme, right, $"phone-{i}"))).Succeeded);
        }
    }

    [Fact]
    public async Task A_budget_that_is_used_up_harms_no_link_and_no_other_tenant()
    {
        await using var site = new Site();
        var id = await site.InviteByCodeAsync();
        var elsewhere = await site.CodeAsync(await site.InviteByCodeAsync(tenant: Site.Globex), caller: "kiosk", tenant: Site.Globex);
        for (var i = 0; i < Limit; i++)
            await site.PreviewAsync(InvitationSecret.FromCode(Site.Acme, Guess(i), "kiosk"));
        Refused.With("code.too_many_attempts", await site.PreviewAsync(await site.CodeAsync(id, caller: "kiosk")));

        Assert.True((await site.PreviewAsync(await site.TokenAsync(id))).Succeeded);
        Assert.True((await site.AcceptAsync(elsewhere, Ana)).Succeeded);
        Assert.True((await site.AcceptAsync(await site.CodeAsync(id, caller: "other"), Ana)).Succeeded);
    }

    [Fact]
    public async Task Of_200_callers_at_once_no_more_than_the_limit_have_a_wrong_code_looked_up()
    {
        var calls = new CallCounter();
        await using var site = new Site(services: calls.Watch);
        for (var round = 0; round < 20; round++)
        {
            calls.Reset();
            var code = Guess(1_000 + round);

            var results = await Race.RunAsync(Enumerable.Range(0, 200).Select(i => Open(site, InvitationSecret.FromCode(Site.Acme, code, $"caller-{round}-{i}"))));

            Assert.Equal(Limit, results.Count(result => result.Errors[0].Code == "code.invalid"));
            Assert.Equal(Limit, calls.Calls.Count(call => call == "IInvitationStore.FindByCodeAsync"));
        }
    }

    [Fact]
    public async Task Of_one_caller_at_once_no_more_than_the_limit_of_different_codes_are_looked_up()
    {
        var calls = new CallCounter();
        await using var site = new Site(services: calls.Watch);
        for (var round = 0; round < 20; round++)
        {
            calls.Reset();

            await Race.RunAsync(Enumerable.Range(0, 200).Select(i => Open(site, InvitationSecret.FromCode(Site.Acme, Guess((200 * round) + i), $"caller-{round}"))));

            Assert.Equal(Limit, calls.Calls.Count(call => call == "IInvitationStore.FindByCodeAsync"));
        }
    }

    /// <summary>A code that is well formed, and nobody's.</summary>
    private static string Guess(int number)
    {
        var symbols = new char[10];
        for (var i = 0; i < symbols.Length; i++, number /= CodeAlphabet.Symbols.Length)
            symbols[i] = CodeAlphabet.Symbols[number % CodeAlphabet.Symbols.Length];
        return new AccessCode(new(symbols)).Reveal();
    }

    private static Func<Task<PreviewResult>> Open(Site site, InvitationSecret secret)
    {
        var scope = site.Provider.CreateAsyncScope();
        var acceptance = scope.ServiceProvider.GetRequiredService<IInvitationAcceptance>();
        return async () =>
        {
            await using (scope)
                return await acceptance.PreviewAsync(secret, TestContext.Current.CancellationToken);
        };
    }
}
