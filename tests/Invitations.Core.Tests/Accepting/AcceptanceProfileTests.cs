using Invitations.Tests.Accepting.Fixture;

namespace Invitations.Tests.Accepting;

public sealed class AcceptanceProfileTests
{
    private static readonly Acceptor Ana = Acceptor.User("u-ana", ["ana@example.com"]);

    private static readonly TenantSettings WithFields = Site.Settings with
    {
        Fields =
        [
            new() { Key = "shirt", Choices = ["S", "M", "L"] },
            new() { Key = "badge", Type = FieldType.Number },
            new() { Key = "site", IsRequired = true },
        ],
    };

    [Fact]
    public async Task What_the_person_fills_in_wins_field_by_field_and_the_rest_stays()
    {
        await using var site = new Site();
        site.Tenants[Site.Acme] = WithFields;
        var id = await site.InviteAsync(new Invite("ana@example.com")
        {
            FirstName = "Anna",
            LastName = "Silva",
            JobTitle = "Engineer",
            Language = "en",
            StartDate = new(2026, 4, 1),
            Fields = new Dictionary<string, string> { ["site"] = "Leeds", ["shirt"] = "S" },
        });

        var result = await site.AcceptAsync(await site.TokenAsync(id), Ana, new Profile
        {
            FirstName = " Ana ",
            LastName = "",
            Language = "pt-BR",
            Fields = new Dictionary<string, string> { ["shirt"] = "M" },
        });

        var profile = result.Acceptance!.Profile;
        Assert.Equal(("Ana", "Silva", "Engineer", "pt-BR"), (profile.FirstName, profile.LastName, profile.JobTitle, profile.Language));
        Assert.Equal(new DateOnly(2026, 4, 1), profile.StartDate);
        Assert.Equal(("Leeds", "M"), (profile.Fields["site"], profile.Fields["shirt"]));
        Assert.Equal(profile, (await site.StoredAsync(id)).Profile);
        Assert.Equal(profile, Assert.Single(site.Memberships.Calls).Profile);
    }

    [Fact]
    public async Task The_person_cannot_become_another_employee()
    {
        await using var site = new Site();
        var id = await site.InviteAsync(new Invite("ana@example.com") { EmployeeId = "E-1" });

        var result = await site.AcceptAsync(await site.TokenAsync(id), Ana, new Profile { EmployeeId = "E-2" });

        Assert.Equal("E-1", result.Acceptance!.Profile.EmployeeId);
        Assert.Equal("E-1", (await site.StoredAsync(id)).Profile.EmployeeId);
    }

    [Fact]
    public async Task An_employee_id_that_nobody_reads_is_no_reason_to_turn_somebody_away()
    {
        await using var site = new Site();
        var id = await site.InviteAsync("ana@example.com");

        var result = await site.AcceptAsync(await site.TokenAsync(id), Ana, new Profile { EmployeeId = new string('9', 500) });

        Assert.True(result.Succeeded);
        Assert.Null(result.Acceptance!.Profile.EmployeeId);
    }

    [Fact]
    public async Task The_handler_gets_the_grant_of_the_invitation_whatever_the_person_sends()
    {
        await using var site = new Site();
        site.Tenants[Site.Acme] = Site.Settings with { Fields = [new() { Key = "roles" }] };
        var id = await site.InviteAsync(new Invite("ana@example.com") { Roles = ["viewer"] });

        await site.AcceptAsync(await site.TokenAsync(id), Ana, new Profile { Fields = new Dictionary<string, string> { ["roles"] = "owner" } });

        Assert.Equal(["viewer"], Assert.Single(site.Memberships.Calls).Grant.Roles);
    }

    [Theory]
    [InlineData("shirt", "XXL", "value.not_choice")]
    [InlineData("badge", "seven", "value.not_number")]
    [InlineData("is_admin", "true", "field.unknown")]
    public async Task The_hosts_own_fields_are_held_against_their_definitions(string key, string value, string code)
    {
        await using var site = new Site();
        site.Tenants[Site.Acme] = WithFields;
        var id = await site.InviteAsync(new Invite("ana@example.com") { Fields = new Dictionary<string, string> { ["site"] = "Leeds" } });

        var result = await site.AcceptAsync(await site.TokenAsync(id), Ana, new Profile { Fields = new Dictionary<string, string> { [key] = value } });

        Refused.With(code, result);
        Assert.Equal(key, result.Errors[0].Field);
        Assert.Empty(site.Memberships.Calls);
    }

    [Fact]
    public async Task A_required_field_that_the_inviter_filled_in_is_not_asked_for_again()
    {
        await using var site = new Site();
        site.Tenants[Site.Acme] = WithFields;
        var id = await site.InviteAsync(new Invite("ana@example.com") { Fields = new Dictionary<string, string> { ["site"] = "Leeds" } });

        var result = await site.AcceptAsync(await site.TokenAsync(id), Ana, new Profile { FirstName = "Ana" });

        Assert.Equal("Leeds", result.Acceptance!.Profile.Fields["site"]);
    }

    [Fact]
    public async Task Every_mistake_in_the_form_is_named_and_the_person_may_read_it()
    {
        await using var site = new Site();
        var id = await site.InviteAsync("ana@example.com");

        var result = await site.AcceptAsync(
            await site.TokenAsync(id), Ana, new Profile { FirstName = "https://evil.example/x", JobTitle = new string('x', 200) });

        Assert.Equal(["text.carries_url", "text.too_long"], result.Errors.Select(error => error.Code));
        Assert.Equal("text.carries_url", result.PublicError!.Code);
        Assert.Equal(InvitationStatus.Pending, (await site.StoredAsync(id)).Status);
    }
}
