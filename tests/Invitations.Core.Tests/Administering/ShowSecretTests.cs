using Invitations.Tests.Accepting.Fixture;

namespace Invitations.Tests.Administering;

public sealed class ShowSecretTests
{
    [Theory]
    [InlineData("https://app.example.com/join")]
    [InlineData("https://app.example.com/join/")]
    [InlineData("http://localhost:5000")]
    public async Task The_link_is_the_base_address_with_a_token_that_works(string baseUrl)
    {
        await using var site = new Site(configure: options => options.BaseUrl = new(baseUrl));
        var id = await site.InviteAsync("ana@example.com");

        var secrets = (await site.ShowAsync(id)).Secrets!;

        Assert.Equal($"{baseUrl.TrimEnd('/')}/{secrets.Token}", secrets.Link.AbsoluteUri);
        Assert.Null(secrets.Code);
        Assert.True((await site.AcceptAsync(secrets.Link.Segments[^1], Acceptor.User("u", ["ana@example.com"]))).Succeeded);
    }

    [Fact]
    public async Task The_code_is_shown_where_there_is_one_and_works()
    {
        await using var site = new Site();
        var id = await site.InviteByCodeAsync();

        var secrets = (await site.ShowAsync(id)).Secrets!;

        Assert.Matches("^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]$", secrets.Code);
        Assert.True((await site.AcceptAsync(InvitationSecret.FromCode(Site.Acme, secrets.Code, "caller"), Acceptor.User("u"))).Succeeded);
    }

    [Fact]
    public async Task Showing_changes_nothing_but_the_trail_which_says_who_looked()
    {
        await using var site = new Site();
        var id = await site.InviteAsync("ana@example.com");
        var before = await site.StoredAsync(id);
        site.Clock.Advance(TimeSpan.FromMinutes(1));

        var first = await site.ShowAsync(id, Inviter.OrganizationAdmin("u-olga"));
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        var second = await site.ShowAsync(id);

        Assert.Equal(first.Secrets!.Token, second.Secrets!.Token);
        Assert.Equal(before, await site.StoredAsync(id));
        Assert.Equal(
            [("u-olga", site.Clock.Now.AddMinutes(-1)), ("u-admin", site.Clock.Now)],
            (await site.TrailAsync(id)).Where(entry => entry.Action is AuditAction.SecretShown).Select(entry => (entry.Actor, entry.At)));
    }

    [Fact]
    public async Task Nothing_is_shown_of_what_is_not_open_and_nothing_recorded()
    {
        await using var site = new Site();
        var id = await site.InviteAsync("ana@example.com");
        site.Clock.Advance(TimeSpan.FromDays(7));

        Refused.With("invitation.expired", await site.ShowAsync(id));

        Assert.Single(await site.TrailAsync(id));
    }

    [Fact]
    public async Task Where_the_trail_cannot_be_written_nothing_is_shown()
    {
        await using var site = new Site(services: services =>
            Microsoft.Extensions.DependencyInjection.ServiceCollectionServiceExtensions.AddScoped<global::Invitations.Stores.IAuditStore, FullAuditStore>(services));
        var template = new Invitation
        {
            Id = Guid.NewGuid(), Tenant = Site.Acme, Recipient = new() { Email = "ana@example.com" }, Grant = Grant.Member, InvitedBy = "u-admin",
            Status = InvitationStatus.Pending, SecretVersion = 1, SecretKeyId = site.Keys.Current.Signing.Id, CreatedAt = AdjustableClock.Start,
        };
        await site.PutAsync(template);

        await Assert.ThrowsAsync<IOException>(() => site.ShowAsync(template.Id));
    }

    private sealed class FullAuditStore : global::Invitations.Stores.IAuditStore
    {
        public Task AppendAsync(IReadOnlyList<AuditEntry> entries, CancellationToken cancellationToken) => throw new IOException("No space left.");

        public Task<IReadOnlyList<AuditEntry>> ListAsync(TenantId tenant, Guid? invitationId, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<AuditEntry>>([]);

        public Task<IReadOnlyList<AuditEntry>> ListOfLinkAsync(TenantId tenant, Guid linkId, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<AuditEntry>>([]);
    }
}
