using Invitations.Stores;
using Invitations.Tests.Accepting.Fixture;

namespace Invitations.Tests.Suppressing;

public sealed class SuppressionListTests
{
    private static readonly Inviter Host = Inviter.System("mail-provider");

    [Fact]
    public async Task An_address_is_added_once_found_again_and_removed()
    {
        await using var site = new Site();

        var added = await site.SuppressAsync("Ana.Silva@Example.com");
        var again = await site.SuppressAsync("ana.silva@example.com");
        var found = await site.FindSuppressionAsync("ANA.SILVA@example.com");

        Assert.Equal(added.Suppression, again.Suppression);
        Assert.Equal(added.Suppression, found.Suppression);
        Assert.Equal(("a***@e***.com", SuppressionReason.Requested, "u-admin"), (found.Suppression!.MaskedAddress, found.Suppression.Reason, found.Suppression.By));
        Assert.Equal(added.Suppression, (await site.UnsuppressAsync(found.Suppression.Id)).Suppression);
        Assert.Null((await site.FindSuppressionAsync("ana.silva@example.com")).Suppression);
        Assert.Equal("suppression.unknown", Assert.Single((await site.UnsuppressAsync(found.Suppression.Id)).Errors).Code);
    }

    [Theory]
    [InlineData("nobody@", "email.invalid")]
    [InlineData("12", "phone.country_code_missing")]
    [InlineData(" ", "recipient.missing")]
    [InlineData(null, "recipient.missing")]
    public async Task What_is_no_address_is_not_added(string? text, string code)
    {
        await using var site = new Site();

        Assert.Equal(code, Assert.Single((await site.SuppressAsync(text)).Errors).Code);
        Assert.Empty((await site.ListSuppressionsAsync()).Items);
    }

    [Fact]
    public async Task Nothing_that_is_kept_has_the_address()
    {
        await using var site = new Site();

        await site.SuppressAsync("ana.silva@example.com");
        await site.SuppressAsync("+44 7911 123456");

        var kept = System.Text.Json.JsonSerializer.Serialize((await site.ListSuppressionsAsync()).Items);
        Assert.DoesNotContain("ana.silva", kept, StringComparison.Ordinal);
        Assert.DoesNotContain("7911", kept, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_trail_of_the_tenant_tells_who_added_and_who_removed()
    {
        await using var site = new Site();
        var added = await site.SuppressAsync("ana@example.com", reason: SuppressionReason.Complaint);
        await site.SuppressAsync("ana@example.com");
        await site.UnsuppressAsync(added.Suppression!.Id);

        var trail = await site.AskAsync<IAuditStore, IReadOnlyList<AuditEntry>>((store, token) => store.ListAsync(Site.Acme, null, token));

        Assert.Equal([AuditAction.Suppressed, AuditAction.Unsuppressed], trail.Select(entry => entry.Action));
        Assert.All(trail, entry => Assert.Equal(("u-admin", "a***@e***.com", "Complaint"), (entry.Actor, entry.Details["address"], entry.Details["reason"])));
    }

    [Fact]
    public async Task Only_the_organisation_admins_of_a_tenant_see_and_change_its_list()
    {
        await using var site = new Site();
        var entry = (await site.SuppressAsync("ana@example.com")).Suppression!;
        Inviter[] others = [Inviter.GroupAdmin("g", ["design"]), Inviter.Member("m"), new("x", null, InviterAuthority.None), new("x")];

        foreach (var other in others)
        {
            string[] codes =
            [
                .. (await site.SuppressAsync("bob@example.com", other)).Errors.Select(error => error.Code),
                .. (await site.FindSuppressionAsync("ana@example.com", other)).Errors.Select(error => error.Code),
                .. (await site.UnsuppressAsync(entry.Id, other)).Errors.Select(error => error.Code),
                .. (await site.ListSuppressionsAsync(other)).Errors.Select(error => error.Code),
            ];
            Assert.Equal(4, codes.Length);
            Assert.All(codes, code => Assert.Contains(code, new[] { "inviter.not_permitted", "inviter.unknown" }));
        }

        Assert.Equal([entry], (await site.ListSuppressionsAsync()).Items);
    }

    [Fact]
    public async Task The_list_for_all_tenants_belongs_to_the_host_alone()
    {
        await using var site = new Site();

        var byAdmin = await site.SuppressAsync("ana@example.com", scope: SuppressionScope.Everywhere);
        var byHost = await site.SuppressAsync("ana@example.com", Host, SuppressionScope.Everywhere);

        Assert.Equal("inviter.not_permitted", Assert.Single(byAdmin.Errors).Code);
        Assert.Equal("mail-provider", byHost.Suppression!.By);
        Assert.Empty((await site.ListSuppressionsAsync()).Items);
        Assert.Equal("suppression.unknown", Assert.Single((await site.UnsuppressAsync(byHost.Suppression.Id)).Errors).Code);
    }

    [Fact]
    public async Task An_entry_of_another_tenant_answers_like_an_unknown_one()
    {
        await using var site = new Site();
        var entry = (await site.SuppressAsync("ana@example.com", scope: Site.Globex)).Suppression!;

        Assert.Null((await site.FindSuppressionAsync("ana@example.com")).Suppression);
        Assert.Equal("suppression.unknown", Assert.Single((await site.UnsuppressAsync(entry.Id)).Errors).Code);
        Assert.True((await site.TryInviteAsync(new("ana@example.com"))).Succeeded);
    }

    [Fact]
    public async Task The_list_is_paged()
    {
        await using var site = new Site();
        for (var i = 0; i < 5; i++)
            await site.SuppressAsync($"ana{i}@example.com");

        var seen = new HashSet<Guid>();
        Guid? after = null;
        do
        {
            var page = await site.ListSuppressionsAsync(after: after, pageSize: 2);
            Assert.All(page.Items, entry => Assert.True(seen.Add(entry.Id)));
            after = page.Next;
        }
        while (after is not null);

        Assert.Equal(5, seen.Count);
    }

    [Fact]
    public async Task An_entry_outlives_the_key_that_it_was_hashed_with()
    {
        var (old, next) = (InvitationKey.Generate(), InvitationKey.Generate());
        await using var site = new Site(configure: options => options.RetiredKeys.Add(old));
        site.Keys.Current = new(InvitationKey.Parse(old));
        await site.SuppressAsync("ana@example.com");

        site.Keys.Current = new(InvitationKey.Parse(next), InvitationKey.Parse(old));
        Assert.Equal("recipient.suppressed", Assert.Single((await site.TryInviteAsync(new("ana@example.com"))).Errors).Code);
        site.Keys.Current = new(InvitationKey.Parse(next));
        Assert.Equal("recipient.suppressed", Assert.Single((await site.TryInviteAsync(new("ana@example.com"))).Errors).Code);

        await site.SuppressAsync("ana@example.com");
        Assert.Single((await site.ListSuppressionsAsync()).Items);
    }
}
