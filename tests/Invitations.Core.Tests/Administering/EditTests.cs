using Invitations.Tests.Accepting.Fixture;

namespace Invitations.Tests.Administering;

public sealed class EditTests
{
    private static readonly Invite Ana = new("ana@example.com")
    {
        FirstName = "Ana", EmployeeId = "E-1", Roles = ["viewer"], Groups = ["design"], Products = ["crm"], PersonalMessage = "Hello",
    };

    public static TheoryData<string, InvitationEdit, Func<Invitation, Invitation>> Fields => new()
    {
        { "nothing", new(), before => before },
        { "profile", new() { Profile = new() { FirstName = " Anna " } }, before => before with { Profile = new() { FirstName = "Anna" } } },
        { "roles", new() { Roles = ["editor", " editor "] }, before => before with { Grant = before.Grant with { Roles = ["editor"] } } },
        { "no roles", new() { Roles = [] }, before => before with { Grant = before.Grant with { Roles = [] } } },
        { "groups by name", new() { Groups = ["sales", "design TEAM"] }, before => before with { Grant = before.Grant with { Groups = ["sales", "design"] } } },
        { "products", new() { Products = ["desk"] }, before => before with { Grant = before.Grant with { Products = ["desk"] } } },
        { "kind", new() { Kind = GrantKind.Guest }, before => before with { Grant = before.Grant with { Kind = GrantKind.Guest } } },
        { "message", new() { PersonalMessage = "Welcome!\r\nAda" }, before => before with { PersonalMessage = "Welcome!\nAda" } },
        { "no message", new() { PersonalMessage = "" }, before => before with { PersonalMessage = null } },
        { "the same address", new() { Email = " ANA@example.com " }, before => before },
    };

    public static TheoryData<InvitationEdit, string> Mistakes => new()
    {
        { new() { Email = "ana@" }, "email.invalid" },
        { new() { Email = "" }, "recipient.missing" },
        { new() { Phone = "12" }, "phone.country_code_missing" },
        { new() { Phone = "+44 20 7946 0018" }, "phone.not_mobile" },
        { new() { Roles = ["emperor"] }, "role.unknown" },
        { new() { Groups = ["atlantis"] }, "group.unknown" },
        { new() { Products = ["unobtainium"] }, "product.not_enabled" },
        { new() { Kind = GrantKind.Guest, Groups = [] }, "guest.group_required" },
        { new() { Profile = new() { FirstName = "https://evil.example/x" } }, "text.carries_url" },
        { new() { Profile = new() { Fields = new Dictionary<string, string> { ["shirt"] = "M" } } }, "field.unknown" },
        { new() { PersonalMessage = new string('x', 1001) }, "text.too_long" },
    };

    [Theory]
    [MemberData(nameof(Fields))]
    public async Task Each_field_can_be_changed_and_nothing_else_changes_with_it(
        string field, InvitationEdit edit, Func<Invitation, Invitation> expected)
    {
        await using var site = new Site();
        var id = await site.InviteAsync(Ana);
        var (before, deliveries, secret) = (await site.StoredAsync(id), await site.DeliveriesAsync(id), await site.TokenAsync(id));
        site.Clock.Advance(TimeSpan.FromMinutes(5));

        var result = await site.EditAsync(id, edit);

        Assert.True(result.Succeeded, field);
        Assert.Equivalent(expected(before) with { Version = 2 }, result.Invitation, strict: true);
        Assert.Equal(result.Invitation, await site.StoredAsync(id));
        Assert.Equal(deliveries, await site.DeliveriesAsync(id));
        Assert.True((await site.PreviewAsync(secret)).Succeeded);
    }

    [Theory]
    [MemberData(nameof(Mistakes))]
    public async Task A_mistake_changes_nothing(InvitationEdit edit, string code)
    {
        await using var site = new Site();
        var id = await site.InviteAsync(Ana);
        var before = await site.StoredAsync(id);

        Refused.With(code, await site.EditAsync(id, edit));

        Assert.Equal(before, await site.StoredAsync(id));
        Assert.Single(await site.TrailAsync(id));
    }

    [Fact]
    public async Task Every_mistake_is_named_at_once()
    {
        await using var site = new Site();
        var id = await site.InviteAsync(Ana);

        var result = await site.EditAsync(id, new() { Email = "ana@", Phone = "12", Roles = ["emperor"], Groups = ["atlantis"] });

        Assert.Equal(
            ["email.invalid", "group.unknown", "phone.country_code_missing", "role.unknown"],
            result.Errors.Select(error => error.Code).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task An_editor_who_saw_another_version_changes_nothing()
    {
        await using var site = new Site();
        var id = await site.InviteAsync(Ana);
        await site.EditAsync(id, new() { PersonalMessage = "First", ExpectedVersion = 1 });

        Refused.With("invitation.changed", await site.EditAsync(id, new() { PersonalMessage = "Second", ExpectedVersion = 1 }));

        Assert.Equal("First", (await site.StoredAsync(id)).PersonalMessage);
        Assert.True((await site.EditAsync(id, new() { PersonalMessage = "Second", ExpectedVersion = 2 })).Succeeded);
    }

    [Fact]
    public async Task Of_two_edits_at_once_one_is_refused()
    {
        await using var site = new Site();
        var id = await site.InviteAsync(Ana);
        site.Interference.BeforeNextWrite(() => site.EditAsync(id, new() { PersonalMessage = "First" }));

        Refused.With("invitation.changed", await site.EditAsync(id, new() { PersonalMessage = "Second" }));

        Assert.Equal("First", (await site.StoredAsync(id)).PersonalMessage);
    }

    [Fact]
    public async Task The_trail_keeps_who_changed_it_and_what_was_offered_before()
    {
        await using var site = new Site();
        var id = await site.InviteAsync(Ana);
        site.Clock.Advance(TimeSpan.FromMinutes(5));

        await site.EditAsync(id, new() { Roles = ["owner"], Groups = ["sales"], Products = [], Kind = GrantKind.Guest }, Inviter.OrganizationAdmin("u-olga"));

        var entry = Assert.Single(await site.TrailAsync(id), entry => entry.Action is AuditAction.Edited);
        Assert.Equal(("u-olga", site.Clock.Now), (entry.Actor, entry.At));
        Assert.Equal(
            [("former_groups", "design"), ("former_kind", "Member"), ("former_products", "crm"), ("former_roles", "viewer")],
            entry.Details.Select(detail => (detail.Key, detail.Value)).Order());
    }

    [Fact]
    public async Task An_invitation_that_has_expired_is_not_edited()
    {
        await using var site = new Site();
        var id = await site.InviteAsync(Ana);
        site.Clock.Advance(TimeSpan.FromDays(7));

        Refused.With("invitation.expired", await site.EditAsync(id, new() { PersonalMessage = "Hello" }));
    }

    [Fact]
    public async Task What_the_tenant_has_dropped_since_can_be_edited_away()
    {
        await using var site = new Site();
        var id = await site.InviteAsync(new Invite("ana@example.com") { Kind = GrantKind.Guest, Groups = ["design", "sales"], Roles = ["viewer"], Products = ["crm"] });
        site.Tenants[Site.Acme] = Site.Settings with
        {
            Groups = [new("sales")], Roles = ["editor"], Products = [], Guests = new() { Allowed = false }, Domains = new() { Denied = ["example.com"] },
        };

        var result = await site.EditAsync(id, new() { Email = "ana@example.net", Kind = GrantKind.Member, Groups = ["sales"], Roles = [], Products = [] });

        Assert.Empty(result.Errors);
        Assert.Equal(["group.unknown"], (await site.EditAsync(id, new() { Groups = ["design"] })).Errors.Select(error => error.Code));
    }

    [Theory]
    [InlineData("e-2")]
    [InlineData("E-3")]
    public async Task An_employee_id_belongs_to_one_person(string taken)
    {
        var directory = new HostDirectory { Accounts = { new() { UserId = "u-carl", EmployeeId = "E-3" } } };
        await using var site = new Site(services: services =>
            Microsoft.Extensions.DependencyInjection.ServiceCollectionServiceExtensions.AddSingleton<IAccountDirectory>(services, directory));
        var id = await site.InviteAsync(Ana);
        await site.InviteAsync(new Invite("bob@example.com") { EmployeeId = "E-2" });

        Refused.With("employee_id.in_use", await site.EditAsync(id, new() { Profile = new() { EmployeeId = taken } }));
        Assert.True((await site.EditAsync(id, new() { Profile = new() { EmployeeId = "e-1" } })).Succeeded);
    }
}
