using Invitations.Tests.Accepting.Fixture;

namespace Invitations.Tests.Administering;

/// <summary>Nobody grants above themselves on any path: who acts × what is granted × how.</summary>
public sealed class AuthorityMatrixTests
{
    private static readonly string[] EveryGrant = [.. AuthorityCase.Grants.Keys];

    private static readonly Dictionary<string, (Inviter Who, string[] May)> Actors = new(StringComparer.Ordinal)
    {
        ["organisation admin"] = (Inviter.OrganizationAdmin("a"), EveryGrant),
        ["organisation admin with a role"] = (
            new("a", null, new() { Level = InviterLevel.OrganizationAdmin, Roles = ["editor"] }), [.. EveryGrant.Where(grant => !grant.StartsWith("owner", StringComparison.Ordinal))]),
        ["system"] = (Inviter.System("sync"), EveryGrant),
        ["group admin who edits"] = (Inviter.GroupAdmin("g", ["design", "sales"], ["viewer", "editor"]), ["viewer in design", "editor in design"]),
        ["group admin without roles"] = (Inviter.GroupAdmin("g", ["design"]), []),
        ["group admin of both"] = (Inviter.GroupAdmin("g", ["design", "finance"], ["viewer"]), ["viewer in design", "viewer in design and finance"]),
        ["member who views"] = (Inviter.Member("m", ["design"], ["viewer"]), ["viewer in design", "viewer of the whole tenant"]),
        ["guest"] = (new("x", null, new() { Level = InviterLevel.Guest, Groups = ["design"], Roles = ["owner"] }), []),
        ["nobody"] = (new("x", null, InviterAuthority.None), []),
    };

    public static MatrixTheoryData<string, string, string> Matrix { get; } = new(Actors.Keys, EveryGrant, AuthorityPath.All.Keys);

    [Theory]
    [MemberData(nameof(Matrix))]
    public async Task Nobody_grants_above_themselves_on_any_path(string actor, string grant, string path)
    {
        var (who, may) = Actors[actor];
        var way = AuthorityPath.All[path];
        await using var here = new AuthorityCase(who, grant, way.HasAuthorities, way.HasAccounts);

        var errors = await way.GoAsync(here);

        var level = who.IsSystem ? InviterLevel.OrganizationAdmin : who.Authority!.Level;
        Assert.Equal(may.Contains(grant) && level >= way.Least, errors.Count == 0);
        Assert.All(errors, error => Assert.Contains(
            error.Code,
            (string[])
            [
                "invitation.unknown", "invitation.already_pending", "batch.unknown", "inviter.unknown", "inviter.not_permitted", "group.not_permitted", "group.required",
                "role.not_permitted", "approval.not_permitted",
            ]));
    }

    /// <summary>A service has methods that give tasks; what a host implements gives value tasks.</summary>
    [Fact]
    public void Every_public_method_of_a_service_is_a_path_of_the_matrix_or_grants_nothing()
    {
        var services = typeof(IInvitationService).Assembly.GetExportedTypes()
            .Where(type => type is { IsInterface: true, Namespace: nameof(Invitations) } && type.GetMethods().Any(method => IsTask(method.ReturnType)));

        var methods = services.SelectMany(type => type.GetMethods(), (type, method) => $"{type.Name}.{method.Name}").Distinct();

        var known = AuthorityPath.All.Values.SelectMany(path => path.Methods).Concat(AuthorityPath.Elsewhere.Keys).Concat(AuthorityPath.GrantNothing.Keys).Distinct();
        Assert.Equal(known.Order(StringComparer.Ordinal), methods.Order(StringComparer.Ordinal));

        static bool IsTask(Type type) => type == typeof(Task)
            || (type.IsGenericType && (type.GetGenericTypeDefinition() == typeof(Task<>) || type.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>)));
    }

    [Fact]
    public async Task An_inviter_whose_level_the_tenant_switched_off_does_nothing_more()
    {
        await using var site = new Site();
        var gina = Inviter.GroupAdmin("u-gina", ["design"]);
        var id = await site.InviteAsync(new("ana@example.com") { Groups = ["design"] }, gina);
        site.Clock.Advance(TimeSpan.FromHours(1));
        site.Tenants[Site.Acme] = Site.Settings with { Authority = new() { GroupAdminsInvite = false } };

        Refused.With("inviter.not_permitted", await site.ReinviteAsync(id, gina));
        Refused.With("inviter.not_permitted", await site.EditAsync(id, new(), gina));
        Refused.With("inviter.not_permitted", await site.RevokeAsync(id, gina));
        Refused.With("inviter.not_permitted", await site.ShowAsync(id, gina));
    }

    public static TheoryData<string, AuthoritySettings, GrantKind, string, string?> Limits => new()
    {
        { "group admin", new() { GroupAdminKinds = [GrantKind.Guest] }, GrantKind.Member, "viewer", "kind.not_permitted" },
        { "group admin", new() { GroupAdminKinds = [GrantKind.Guest] }, GrantKind.Guest, "viewer", null },
        { "group admin", new() { GroupAdminRoles = ["viewer"] }, GrantKind.Member, "editor", "role.not_permitted" },
        { "group admin", new() { GroupAdminRoles = ["viewer"] }, GrantKind.Member, "viewer", null },
        { "group admin", new() { GroupAdminRoles = ["owner"] }, GrantKind.Member, "owner", "role.not_permitted" },
        { "group admin", new() { MemberKinds = [], MemberRoles = [] }, GrantKind.Member, "editor", null },
        { "member", new() { MembersInvite = true, MemberKinds = [GrantKind.Guest] }, GrantKind.Member, "viewer", "kind.not_permitted" },
        { "member", new() { MembersInvite = true, MemberKinds = [GrantKind.Guest] }, GrantKind.Guest, "viewer", null },
        { "member", new() { MembersInvite = true, MemberRoles = [] }, GrantKind.Member, "viewer", "role.not_permitted" },
        { "member", new() { MembersInvite = true }, GrantKind.Guest, "editor", null },
        { "admin", new() { GroupAdminKinds = [], MemberKinds = [] }, GrantKind.Member, "owner", null },
    };

    [Theory]
    [MemberData(nameof(Limits))]
    public async Task Each_level_invites_whom_the_tenant_lets_it_with_the_roles_that_it_lets_it_give(
        string level, AuthoritySettings rules, GrantKind kind, string role, string? refusal)
    {
        await using var site = new Site();
        site.Tenants[Site.Acme] = Site.Settings with { Authority = rules };
        var who = level switch
        {
            "group admin" => Inviter.GroupAdmin("u-who", ["design"], ["editor"]),
            "member" => Inviter.Member("u-who", ["design"], ["editor"]),
            _ => Site.Admin,
        };

        var created = await site.TryInviteAsync(new("ana@example.com") { Kind = kind, Roles = [role], Groups = ["design"] }, who);
        var made = await site.InviteAsync(new("bob@example.com") { Kind = kind, Roles = [role], Groups = ["design"] }, Inviter.OrganizationAdmin("u-who"));
        var revoked = await site.RevokeAsync(made, who);

        string[] expected = refusal is null ? [] : [refusal];
        Assert.Equal(expected, created.Errors.Select(error => error.Code));
        Assert.Equal(expected, revoked.Errors.Select(error => error.Code));
    }
}
