using Invitations.Tests.Accepting.Fixture;

namespace Invitations.Tests.Administering;

/// <summary>Nobody grants above themselves on any path: who acts × what is granted × how.</summary>
public sealed class AuthorityMatrixTests
{
    /// <summary>What can be granted, from the least to the most.</summary>
    private static readonly Dictionary<string, Invite> Grants = new(StringComparer.Ordinal)
    {
        ["viewer in design"] = new("ana@example.com") { Groups = ["design"], Roles = ["viewer"] },
        ["editor in design"] = new("ana@example.com") { Groups = ["design"], Roles = ["editor"] },
        ["owner in design"] = new("ana@example.com") { Groups = ["design"], Roles = ["owner"] },
        ["viewer in design and finance"] = new("ana@example.com") { Groups = ["design", "finance"], Roles = ["viewer"] },
        ["viewer of the whole tenant"] = new("ana@example.com") { Groups = [], Roles = ["viewer"] },
    };

    private static readonly Dictionary<string, (Inviter Who, string[] May)> Actors = new(StringComparer.Ordinal)
    {
        ["organisation admin"] = (Inviter.OrganizationAdmin("a"), [.. Grants.Keys]),
        ["organisation admin with a role"] = (
            new("a", null, new() { Level = InviterLevel.OrganizationAdmin, Roles = ["editor"] }), [.. Grants.Keys.Where(grant => !grant.StartsWith("owner", StringComparison.Ordinal))]),
        ["system"] = (Inviter.System("sync"), [.. Grants.Keys]),
        ["group admin who edits"] = (Inviter.GroupAdmin("g", ["design", "sales"], ["viewer", "editor"]), ["viewer in design", "editor in design"]),
        ["group admin without roles"] = (Inviter.GroupAdmin("g", ["design"]), []),
        ["group admin of both"] = (Inviter.GroupAdmin("g", ["design", "finance"], ["viewer"]), ["viewer in design", "viewer in design and finance"]),
        ["member who views"] = (Inviter.Member("m", ["design"], ["viewer"]), ["viewer in design", "viewer of the whole tenant"]),
        ["guest"] = (new("x", null, new() { Level = InviterLevel.Guest, Groups = ["design"], Roles = ["owner"] }), []),
        ["nobody"] = (new("x", null, InviterAuthority.None), []),
    };

    private static readonly string[] Paths = ["create", "reinvite", "edit", "edit into", "edit out of", "revoke", "show"];

    public static TheoryData<string, string, string> Matrix
    {
        get
        {
            var matrix = new TheoryData<string, string, string>();
            foreach (var actor in Actors.Keys)
            {
                foreach (var grant in Grants.Keys)
                {
                    foreach (var path in Paths)
                        matrix.Add(actor, grant, path);
                }
            }

            return matrix;
        }
    }

    [Theory]
    [MemberData(nameof(Matrix))]
    public async Task Nobody_grants_above_themselves_on_any_path(string actor, string grant, string path)
    {
        await using var site = new Site();
        site.Tenants[Site.Acme] = Site.Settings with { Authority = new() { MembersInvite = true } };
        var (who, may) = Actors[actor];

        // A member sees only what the member invited: so that sight is not what decides, it was the actor who invited where that is so.
        var seenBecauseOwn = who.Authority?.Level is InviterLevel.Member or InviterLevel.GroupAdmin;
        async Task<Guid> MadeAsync(Invite invite)
        {
            var id = await site.InviteAsync(invite, seenBecauseOwn ? Inviter.OrganizationAdmin(who.UserId) : Site.Admin);
            site.Clock.Advance(TimeSpan.FromHours(1));
            return id;
        }

        var errors = path switch
        {
            "create" => (await site.TryInviteAsync(Grants[grant], who)).Errors,
            "reinvite" => (await site.ReinviteAsync(await MadeAsync(Grants[grant]), who)).Errors,
            "edit" => (await site.EditAsync(await MadeAsync(Grants[grant]), new() { PersonalMessage = "Hello" }, who)).Errors,
            "edit into" => (await site.EditAsync(
                await MadeAsync(Grants["viewer in design"]), new() { Groups = Grants[grant].Groups, Roles = Grants[grant].Roles }, who)).Errors,
            "edit out of" => (await site.EditAsync(await MadeAsync(Grants[grant]), new() { Groups = ["design"], Roles = ["viewer"] }, who)).Errors,
            "revoke" => (await site.RevokeAsync(await MadeAsync(Grants[grant]), who)).Errors,
            _ => (await site.ShowAsync(await MadeAsync(Grants[grant]), who)).Errors,
        };

        Assert.Equal(may.Contains(grant), errors.Count == 0);
        Assert.All(errors, error => Assert.Contains(
            error.Code, (string[])["invitation.unknown", "inviter.unknown", "inviter.not_permitted", "group.not_permitted", "group.required", "role.not_permitted"]));
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
}
