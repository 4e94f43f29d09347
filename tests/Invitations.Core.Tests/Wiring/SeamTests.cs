using FluentValidation;
using Invitations.Tests.Accepting.Fixture;
using Microsoft.Extensions.DependencyInjection;

namespace Invitations.Tests.Wiring;

/// <summary>Each part of the host that can be put in, and that it is the one which is asked.</summary>
public sealed class SeamTests
{
    public static TheoryData<string, Action<InvitationsBuilder>> NamedPolicies => new()
    {
        { nameof(IUniquenessPolicy), builder => builder.ReplacePolicy<IUniquenessPolicy, Refusing>() },
        { nameof(IInviterPolicy), builder => builder.ReplacePolicy<IInviterPolicy, Refusing>() },
        { nameof(IDomainPolicy), builder => builder.ReplacePolicy<IDomainPolicy, Refusing>() },
        { nameof(ISuppressionPolicy), builder => builder.ReplacePolicy<ISuppressionPolicy, Refusing>() },
        { nameof(IMembershipEndPolicy), builder => builder.ReplacePolicy<IMembershipEndPolicy, Refusing>() },
        { nameof(IGuestPolicy), builder => builder.ReplacePolicy<IGuestPolicy, Refusing>() },
        { nameof(IRolePolicy), builder => builder.ReplacePolicy<IRolePolicy, Refusing>() },
        { nameof(IGroupPolicy), builder => builder.ReplacePolicy<IGroupPolicy, Refusing>() },
        { nameof(IProductPolicy), builder => builder.ReplacePolicy<IProductPolicy, Refusing>() },
        { nameof(IExpiryPolicy), builder => builder.ReplacePolicy<IExpiryPolicy, Refusing>() },
        { nameof(IReinviteThrottle), builder => builder.ReplacePolicy<IReinviteThrottle, Refusing>() },
        { "an added one", builder => builder.AddPolicy<Refusing>().AddPolicy<Refusing>() },
        { "a validator", builder => builder.AddValidator<RefusingValidator>().AddValidator<RefusingValidator>() },
    };

    public static TheoryData<string, Action<InvitationsBuilder>, string> HostParts => new()
    {
        { "inviter.unknown", builder => builder.UseInviterAuthority<EmptyHost>(), "users" },
        { "user.unknown", builder => builder.UseAccounts<EmptyHost>(), "accounts" },
        { "group.unknown", builder => builder.UseGroups<EmptyHost>(), "groups" },
        { "role.unknown", builder => builder.UseRoles<EmptyHost>(), "roles" },
        { "product.not_enabled", builder => builder.UseProducts<EmptyHost>(), "products" },
        { "phone.invalid", builder => builder.UsePhoneNumberParser<EmptyHost>(), "phone numbers" },
    };

    [Theory]
    [MemberData(nameof(NamedPolicies))]
    public async Task A_policy_of_the_host_is_asked_once(string policy, Action<InvitationsBuilder> use)
    {
        await using var site = new Site(with: use);

        var result = await site.TryInviteAsync(new("ana@example.com"));

        Assert.True(result.Errors.Count(error => error.Code == "host.says_no") == 1, policy);
    }

    [Theory]
    [MemberData(nameof(HostParts))]
    public async Task A_part_of_the_host_is_asked_and_counts(string code, Action<InvitationsBuilder> use, string part)
    {
        await using var site = new Site(with: use);

        var result = await site.TryInviteAsync(new("ana@example.com")
        {
            Phone = "+447911123456", UserId = part == "accounts" ? "u-ana" : null, Groups = ["design"], Roles = ["viewer"], Products = ["crm"],
        });

        Assert.Contains(code, result.Errors.Select(error => error.Code));
    }

    [Fact]
    public async Task The_hosts_batch_size_counts()
    {
        await using var site = new Site(with: builder => builder.ReplacePolicy<IBatchSizePolicy, EmptyHost>());

        var result = await site.AskAsync<IInvitationService, BulkInviteResult>(
            (service, token) => service.InviteManyAsync(Site.Acme, [new Invite("a@example.com"), new Invite("b@example.com")], Site.Admin, null, token));

        Assert.Equal("batch.too_large", Assert.Single(result.Errors).Code);
    }

    [Fact]
    public async Task The_hosts_binding_and_acceptance_check_count()
    {
        await using var site = new Site(with: builder => builder.ReplacePolicy<IRecipientBindingPolicy, EmptyHost>().ReplacePolicy<IAcceptanceCheck, EmptyHost>());
        var id = await site.InviteAsync("ana@example.com");

        Refused.With("recipient.mismatch", await site.AcceptAsync(await site.TokenAsync(id), Acceptor.User("u", ["ana@example.com"])));
        Refused.With("host.says_no", await site.AcceptAsync(await site.TokenAsync(id), Acceptor.User("friend", ["bob@example.com"])));
    }

    [Fact]
    public async Task The_hosts_settings_count()
    {
        await using var site = new Site(with: builder => builder.UseTenantSettings<EmptyHost>());

        Assert.Contains("group.unknown", (await site.TryInviteAsync(new("ana@example.com") { Groups = ["design"] })).Errors.Select(error => error.Code));
    }

    [Fact]
    public async Task The_last_handler_that_was_named_makes_the_memberships()
    {
        await using var site = new Site(with: builder => builder.AddAcceptanceHandler<EmptyHost>().AddAcceptanceHandler<EmptyHost>());
        var id = await site.InviteAsync("ana@example.com");

        Refused.With("host.says_no", await site.AcceptAsync(await site.TokenAsync(id), Acceptor.User("u", ["ana@example.com"])));
        Assert.Empty(site.Memberships.Calls);
    }

    [Fact]
    public async Task Settings_that_cannot_be_used_are_named_with_their_tenant()
    {
        await using var site = new Site();
        site.Tenants[Site.Acme] = new() { BatchSize = 0 };
        await site.InviteAsync(new Invite("ana@example.com"), tenant: Site.Globex);

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => site.TryInviteAsync(new("ana@example.com")));

        Assert.StartsWith("INV009", error.Message, StringComparison.Ordinal);
        Assert.Contains("'acme'", error.Message, StringComparison.Ordinal);
    }

    private sealed class Refusing : RowPolicy, IUniquenessPolicy, IInviterPolicy, IDomainPolicy, IGuestPolicy, IRolePolicy, IGroupPolicy, IProductPolicy,
        IExpiryPolicy, IReinviteThrottle, ISuppressionPolicy, IMembershipEndPolicy
    {
        protected override ValueTask<InvitationError?> JudgeAsync(PolicyContext context, PolicyRow row, CancellationToken cancellationToken) =>
            new(new InvitationError("host.says_no"));
    }

    private sealed class RefusingValidator : AbstractValidator<InviteDraft>
    {
        public RefusingValidator() => RuleFor(draft => draft.Recipient).Must(_ => false).WithErrorCode("host.says_no");
    }

    /// <summary>A host that has nothing, allows nobody, and has one friend.</summary>
    private sealed class EmptyHost : IInviterAuthorityProvider, IAccountDirectory, IGroupDirectory, IRoleCatalog, IProductCatalog, IPhoneNumberParser,
        IBatchSizePolicy, IRecipientBindingPolicy, IAcceptanceCheck, ITenantSettingsProvider, IInvitationAcceptanceHandler
    {
        public ValueTask<InviterAuthority?> GetAuthorityAsync(InviterAuthorityContext context, CancellationToken cancellationToken) => new((InviterAuthority?)null);

        public ValueTask<IReadOnlyCollection<Account>> FindAsync(AccountQuery query, CancellationToken cancellationToken) => new([]);

        public ValueTask<IReadOnlyDictionary<string, Group>> FindAsync(GroupQuery query, CancellationToken cancellationToken) => new(new Dictionary<string, Group>());

        public ValueTask<IReadOnlyCollection<Role>> GetRolesAsync(RoleQuery query, CancellationToken cancellationToken) => new([]);

        public ValueTask<IReadOnlyCollection<string>> GetEnabledProductsAsync(ProductQuery query, CancellationToken cancellationToken) => new([]);

        public PhoneNumberResult Parse(PhoneNumberContext context) => default;

        public ValueTask<int> GetLimitAsync(BatchSizeContext context, CancellationToken cancellationToken) => new(1);

        public ValueTask<bool> IsRecipientAsync(RecipientBindingContext context, CancellationToken cancellationToken) => new(context.Acceptor.UserId == "friend");

        public ValueTask<IReadOnlyList<InvitationError>> CheckAsync(AcceptanceCheckContext context, CancellationToken cancellationToken) =>
            new([new InvitationError("host.says_no")]);

        public ValueTask<TenantSettings> GetSettingsAsync(TenantSettingsContext context, CancellationToken cancellationToken) => new(context.Defaults);

        public ValueTask<AcceptanceOutcome> HandleAsync(AcceptanceContext context, CancellationToken cancellationToken) =>
            new(AcceptanceOutcome.Refused(new InvitationError("host.says_no")));
    }
}
