using Invitations.Stores;
using Invitations.Stores.InMemory;
using Invitations.Tests.Accepting.Fixture;
using Microsoft.Extensions.DependencyInjection;

namespace Invitations.Tests.Accepting;

public sealed class AccessCodeTests
{
    private static readonly Acceptor Worker = Acceptor.User("u-worker");

    public static TheoryData<string, Func<string, string>> Typings => new()
    {
        { "lower case", code => code.ToLowerInvariant() },
        { "without hyphens", code => code.Replace("-", "", StringComparison.Ordinal) },
        { "with spaces", code => string.Join(' ', code.ToCharArray()) },
        { "with dashes of a word processor", code => code.Replace('-', '–') },
        { "pasted with white space around it", code => $"\t {code}\u00A0\r\n" },
        { "the letter O for a zero", code => code.Replace('0', 'O') },
        { "the letter l for a one", code => code.Replace('1', 'l') },
    };

    [Theory]
    [MemberData(nameof(Typings))]
    public async Task A_code_is_read_however_it_was_typed(string how, Func<string, string> type)
    {
        await using var site = new Site();
        var code = (await site.SecretsAsync(await site.InviteByCodeAsync())).Code!;

        var result = await site.AcceptAsync(InvitationSecret.FromCode(Site.Acme, type(code), "caller"), Worker);

        Assert.True(result.Succeeded, how);
    }

    [Fact]
    public async Task A_code_of_one_tenant_opens_nothing_in_another()
    {
        await using var site = new Site();
        var id = await site.InviteByCodeAsync();

        Refused.With("code.invalid", await site.AcceptAsync(await site.CodeAsync(id, tenant: Site.Globex), Worker));
        Assert.True((await site.AcceptAsync(await site.CodeAsync(id), Worker)).Succeeded);
    }

    [Fact]
    public async Task A_long_code_of_one_tenant_opens_nothing_in_another_either()
    {
        await using var site = new Site(configure: options => options.AccessCodeLength = 13);
        var id = await site.InviteByCodeAsync();

        Refused.With("code.invalid", await site.AcceptAsync(await site.CodeAsync(id, tenant: Site.Globex), Worker));
        Assert.True((await site.AcceptAsync(await site.CodeAsync(id), Worker)).Succeeded);
    }

    [Fact]
    public async Task A_code_of_13_symbols_is_found_without_a_tenant()
    {
        await using var site = new Site(configure: options => options.AccessCodeLength = 13);
        var id = await site.InviteByCodeAsync(tenant: Site.Globex);
        var code = (await site.SecretsAsync(id)).Code;

        var result = await site.AcceptAsync(InvitationSecret.FromCode(code, "caller"), Worker);

        Assert.Equal((id, Site.Globex), (result.Acceptance!.InvitationId, result.Acceptance.Tenant));
    }

    [Fact]
    public async Task A_long_code_opens_nothing_in_another_tenant_even_where_a_store_forgets_to_look_at_the_tenant()
    {
        await using var site = new Site(
            configure: options => options.AccessCodeLength = 13,
            services: services => services.AddScoped<IInvitationStore, ForgetfulStore>());
        var id = await site.InviteByCodeAsync();

        Refused.With("code.invalid", await site.AcceptAsync(await site.CodeAsync(id, tenant: Site.Globex), Worker));
        Assert.True((await site.AcceptAsync(await site.CodeAsync(id), Worker)).Succeeded);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(12)]
    public async Task A_shorter_code_cannot_be_asked_for_without_a_tenant(int length)
    {
        await using var site = new Site(configure: options => options.AccessCodeLength = length);
        var code = (await site.SecretsAsync(await site.InviteByCodeAsync())).Code;

        var result = await site.AcceptAsync(InvitationSecret.FromCode(code, "caller"), Worker);

        Refused.With("code.unavailable", result);
        Assert.Equal("invitation.unavailable", result.PublicError!.Code);
    }

    [Fact]
    public async Task Everybody_gets_a_code_where_the_tenant_says_so_and_both_ways_lead_in()
    {
        await using var site = new Site();
        site.Tenants[Site.Acme] = Site.Settings with { AccessCodes = AccessCodeIssue.Everybody };
        var id = await site.InviteAsync("ana@example.com");

        Assert.True((await site.PreviewAsync(await site.TokenAsync(id))).Succeeded);
        Assert.True((await site.AcceptAsync(await site.CodeAsync(id), Acceptor.User("u", ["ana@example.com"]))).Succeeded);
    }

    [Fact]
    public async Task A_code_that_a_store_finds_by_mistake_opens_nothing()
    {
        await using var site = new Site();
        var (one, other) = (await site.InviteByCodeAsync("1"), await site.InviteByCodeAsync("2"));
        var stored = await site.StoredAsync(one);
        var code = await site.CodeAsync(other);
        InvitationChange[] swap = [Relabel(await site.StoredAsync(other), "no code's hash"), Relabel(stored, (await site.StoredAsync(other)).CodeLookup!)];
        var outcomes = await site.AskAsync<IInvitationStore, IReadOnlyList<ChangeOutcome>>((store, token) => store.ChangeAsync(swap, token));
        Assert.Equal([ChangeOutcome.Applied, ChangeOutcome.Applied], outcomes);

        Refused.With("code.invalid", await site.AcceptAsync(code, Worker));
    }

    private static InvitationChange Relabel(Invitation invitation, string lookup) => new()
    {
        Updated = invitation with { CodeLookup = lookup, Version = invitation.Version + 1 },
        ExpectedStatus = invitation.Status,
        ExpectedVersion = invitation.Version,
    };

    private sealed class ForgetfulStore(InMemorySession session) : IInvitationStore
    {
        private readonly InMemoryInvitationStore _inner = new(session);

        public Task<Invitation?> FindByCodeAsync(TenantId? tenant, IReadOnlyCollection<string> lookups, CancellationToken cancellationToken) =>
            _inner.FindByCodeAsync(null, lookups, cancellationToken);

        public Task<IReadOnlyList<Invitation>> FindAsync(TenantId tenant, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
            _inner.FindAsync(tenant, ids, cancellationToken);

        public Task<Invitation?> FindByTokenAsync(Guid id, CancellationToken cancellationToken) => _inner.FindByTokenAsync(id, cancellationToken);

        public Task<IReadOnlyList<Invitation>> FindOpenAsync(TenantId tenant, IReadOnlyCollection<UniqueKey> keys, CancellationToken cancellationToken) =>
            _inner.FindOpenAsync(tenant, keys, cancellationToken);

        public Task<IReadOnlyList<AddConflict>> AddAsync(IReadOnlyList<Invitation> invitations, CancellationToken cancellationToken) =>
            _inner.AddAsync(invitations, cancellationToken);

        public Task<IReadOnlyList<ChangeOutcome>> ChangeAsync(IReadOnlyList<InvitationChange> changes, CancellationToken cancellationToken) =>
            _inner.ChangeAsync(changes, cancellationToken);

        public Task<bool> EndAsync(InvitationEnding ending, CancellationToken cancellationToken) => _inner.EndAsync(ending, cancellationToken);
    }
}
