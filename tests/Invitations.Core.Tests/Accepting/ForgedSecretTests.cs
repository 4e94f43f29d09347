using Invitations.Tests.Accepting.Fixture;
using Invitations.Tests.Secrets;
using Microsoft.Extensions.DependencyInjection;

namespace Invitations.Tests.Accepting;

public sealed class ForgedSecretTests
{
    private readonly CallCounter _stores = new();

    public static TheoryData<string> Forgeries
    {
        get
        {
            var id = KnownKeys.SomeId;
            var other = new TokenCodec(new SwappableKeyRingSource(KnownKeys.Other)).Write(TokenKind.Invitation, id, 1);
            var genuine = new TokenCodec(new SwappableKeyRingSource(KnownKeys.Counting));
            var token = genuine.Write(TokenKind.Invitation, id, 1);
            return
            [
                "", " ", "x", new string('A', 56), new string('A', 100_000), "../../etc/passwd", "4F7QX-2M9TA-K",
                other,
                genuine.Write(TokenKind.Link, id, 1),
                token + "=", token[..^1], " " + token, token.ToUpperInvariant(),
                (token[0] == 'A' ? 'B' : 'A') + token[1..],
                token[..^1] + (token[^1] == 'A' ? 'B' : 'A'),
            ];
        }
    }

    [Theory]
    [MemberData(nameof(Forgeries))]
    public async Task A_forged_token_is_refused_before_any_store_is_asked(string token)
    {
        await using var site = new Site(services: _stores.Watch);
        _stores.Reset();

        Refused.With("token.invalid", await site.PreviewAsync(token));
        Refused.With("token.invalid", await site.AcceptAsync(token, Acceptor.User("u")));
        Refused.With("token.invalid", await site.DeclineAsync(token));

        Assert.Empty(_stores.Calls);
    }

    [Fact]
    public async Task No_token_at_all_is_refused_before_any_store_is_asked()
    {
        await using var site = new Site(services: _stores.Watch);
        _stores.Reset();

        Refused.With("token.invalid", await site.PreviewAsync((string?)null));
        Refused.With("code.invalid", await site.PreviewAsync(InvitationSecret.FromCode(Site.Acme, null, "caller")));

        Assert.Empty(_stores.Calls);
    }

    [Fact]
    public async Task A_genuine_token_asks_the_store()
    {
        await using var site = new Site(services: _stores.Watch);
        var secret = await site.TokenAsync(await site.InviteAsync("ana@example.com"));
        _stores.Reset();

        Assert.True((await site.PreviewAsync(secret)).Succeeded);

        Assert.Equal(["IInvitationStore.FindByTokenAsync"], _stores.Calls);
    }

    [Fact]
    public async Task A_genuine_token_of_an_invitation_that_is_gone_is_invalid()
    {
        await using var site = new Site();
        var token = site.Provider.GetRequiredService<TokenCodec>().Write(TokenKind.Invitation, KnownKeys.SomeId, 1);

        Refused.With("token.invalid", await site.PreviewAsync(token));
    }

    [Fact]
    public async Task A_token_of_a_version_that_was_never_issued_is_invalid()
    {
        await using var site = new Site();
        var id = await site.InviteAsync("ana@example.com");
        var token = site.Provider.GetRequiredService<TokenCodec>().Write(TokenKind.Invitation, id, 2);

        Refused.With("token.invalid", await site.PreviewAsync(token));
    }

    [Fact]
    public async Task A_token_of_another_tenant_is_answered_like_an_unknown_one()
    {
        await using var site = new Site();
        var token = (await site.SecretsAsync(await site.InviteAsync("ana@example.com"))).Token;
        var acceptor = Acceptor.User("u-ana", ["ana@example.com"]);

        Refused.With("token.invalid", await site.PreviewAsync(InvitationSecret.FromToken(token, Site.Globex)));
        Refused.With("token.invalid", await site.AcceptAsync(InvitationSecret.FromToken(token, Site.Globex), acceptor));
        Refused.With("token.invalid", await site.DeclineAsync(InvitationSecret.FromToken(token, "Acme")));

        Assert.True((await site.AcceptAsync(InvitationSecret.FromToken(token, Site.Acme), acceptor)).Succeeded);
    }

    [Fact]
    public void A_tenant_that_was_never_set_is_a_mistake_of_the_host()
    {
        Assert.Throws<InvalidOperationException>(() => InvitationSecret.FromToken("token", default(TenantId)));
        Assert.Throws<InvalidOperationException>(() => InvitationSecret.FromCode(default, "code", "caller"));
        Assert.Throws<ArgumentException>(() => InvitationSecret.FromCode(Site.Acme, "code", " "));
    }
}
