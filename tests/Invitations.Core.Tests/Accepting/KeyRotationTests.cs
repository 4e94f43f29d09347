using Invitations.Tests.Accepting.Fixture;
using Invitations.Tests.Secrets;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Invitations.Tests.Accepting;

public sealed class KeyRotationTests
{
    [Fact]
    public async Task Links_and_codes_from_before_a_rotation_go_on_working()
    {
        await using var site = new Site();
        var (byMail, byCode) = (await site.InviteAsync("ana@example.com"), await site.InviteByCodeAsync());
        var (token, code) = (await site.TokenAsync(byMail), await site.CodeAsync(byCode));

        site.Keys.Current = new(KnownKeys.Other, KnownKeys.Counting);

        Assert.True((await site.PreviewAsync(token)).Succeeded);
        Assert.True((await site.PreviewAsync(code)).Succeeded);
        Assert.Equal(KnownKeys.Other.Id, (await site.StoredAsync(await site.InviteAsync("bob@example.com"))).SecretKeyId);
    }

    [Fact]
    public async Task A_retired_key_is_refused_at_once()
    {
        await using var site = new Site();
        var (byMail, byCode) = (await site.InviteAsync("ana@example.com"), await site.InviteByCodeAsync());
        var (token, code) = (await site.TokenAsync(byMail), await site.CodeAsync(byCode));

        site.Keys.Current = new(KnownKeys.Other);

        Refused.With("token.invalid", await site.PreviewAsync(token));
        Refused.With("token.invalid", await site.AcceptAsync(token, Acceptor.User("u", ["ana@example.com"])));
        Refused.With("token.invalid", await site.DeclineAsync(token));
        Refused.With("code.invalid", await site.AcceptAsync(code, Acceptor.User("u")));
    }

    [Fact]
    public async Task After_a_key_was_retired_a_shown_link_works_again_and_a_code_after_a_reinvite()
    {
        await using var site = new Site();
        var (byMail, byCode) = (await site.InviteAsync("ana@example.com"), await site.InviteByCodeAsync());
        site.Keys.Current = new(KnownKeys.Other);

        Assert.True((await site.PreviewAsync((await site.ShowAsync(byMail)).Secrets!.Token)).Succeeded);
        Refused.With("code.key_retired", await site.ShowAsync(byCode));

        site.Clock.Advance(TimeSpan.FromHours(1));
        Assert.True((await site.ReinviteAsync(byCode)).Succeeded);
        Assert.True((await site.PreviewAsync(await site.CodeAsync(byCode))).Succeeded);
    }

    [Fact]
    public async Task A_key_that_is_taken_out_of_the_configuration_is_refused_without_a_restart()
    {
        var (old, fresh) = (KnownKeys.CountingText, InvitationKey.Generate());
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["Invitations:Keys:0"] = old })
            .Build();
        await using var site = new Site(services: services =>
        {
            services.Replace(ServiceDescriptor.Singleton<IKeyRingSource, OptionsKeyRingSource>());
            services.Configure<InvitationOptions>(configuration.GetSection("Invitations"));
        });
        var token = (await site.SecretsAsync(await site.InviteAsync("ana@example.com"))).Token;
        Assert.True((await site.PreviewAsync(token)).Succeeded);

        configuration["Invitations:Keys:0"] = fresh;
        configuration.Reload();

        Refused.With("token.invalid", await site.PreviewAsync(token));
        Assert.Equal([InvitationKey.Parse(fresh).Id], site.Provider.GetRequiredService<IKeyRingSource>().Current.Keys.Select(key => key.Id));
    }

    [Fact]
    public async Task Readers_at_once_never_see_half_of_a_changed_ring()
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["Invitations:Keys:0"] = KnownKeys.CountingText })
            .Build();
        await using var site = new Site(services: services =>
        {
            services.Replace(ServiceDescriptor.Singleton<IKeyRingSource, OptionsKeyRingSource>());
            services.Configure<InvitationOptions>(configuration.GetSection("Invitations"));
        });
        var source = site.Provider.GetRequiredService<IKeyRingSource>();
        for (var round = 0; round < 20; round++)
        {
            var key = InvitationKey.Generate();
            configuration["Invitations:Keys:0"] = key;
            configuration.Reload();

            var rings = await Race.RunAsync(Enumerable.Range(0, 64).Select(_ => (Func<Task<KeyRing>>)(() => Task.FromResult(source.Current))));

            Assert.All(rings, ring => Assert.Equal(InvitationKey.Parse(key).Id, ring.Signing.Id));
        }
    }
}
