using Invitations.Tests.Accepting.Fixture;
using Invitations.Tests.Hosting;
using Invitations.Tests.Links;
using Microsoft.Extensions.DependencyInjection;

namespace Invitations.Tests.Approving;

/// <summary>What somebody whose invitations must be approved can do by themselves, and what not.</summary>
public sealed class WaysAroundApprovalTests
{
    private static readonly Inviter Mia = Inviter.Member("u-mia", ["design", "sales"], ["editor"]);

    [Fact]
    public async Task A_direct_grant_is_no_way_around()
    {
        var grants = new RecordingDirectGrants();
        var directory = new HostDirectory { Accounts = { new() { UserId = "u-ana", Email = "ana@example.com" } } };
        await using var site = NewSite(services => services
            .AddSingleton<IAccountDirectory>(directory)
            .AddSingleton<IDirectGrantHandler>(grants));
        var directly = new InviteOptions { WhenAccountExists = WhenAccountExists.GrantDirectly };

        var result = await site.TryInviteAsync(new("ana@example.com"), Mia, directly);

        Assert.Equal("approval.required", Assert.Single(result.Errors).Code);
        Assert.Empty(grants.Granted);
        Assert.Equal(InviteOutcome.GrantedDirectly, (await site.TryInviteAsync(new("ana@example.com"), Site.Admin, directly)).Outcome);
    }

    [Fact]
    public async Task A_merge_into_what_is_open_is_no_way_around_and_one_into_a_request_is_part_of_it()
    {
        await using var site = NewSite();
        var merge = new InviteOptions { WhenAlreadyInvited = WhenAlreadyInvited.MergeGrant };
        var id = await site.RequestAsync(new("ana@example.com") { Groups = ["design"] }, Mia);

        Assert.Equal(InviteOutcome.Merged, (await site.TryInviteAsync(new("ana@example.com") { Groups = ["sales"] }, Mia, merge)).Outcome);
        Assert.Equal((InvitationStatus.AwaitingApproval, 2), ((await site.StoredAsync(id)).Status, (await site.StoredAsync(id)).Grant.Groups.Count));

        await site.ApproveAsync(id);
        var late = await site.TryInviteAsync(new("ana@example.com") { Groups = ["sales"], Roles = ["editor"] }, Mia, merge);
        Assert.Equal("approval.required", Assert.Single(late.Errors).Code);
        Assert.Empty((await site.StoredAsync(id)).Grant.Roles);
    }

    [Fact]
    public async Task A_reinvite_of_a_request_issues_nothing()
    {
        await using var site = NewSite();
        var id = await site.RequestAsync(new("ana@example.com"), Mia);

        Refused.With("invitation.not_open", await site.ReinviteAsync(id, Mia));
        var again = await site.TryInviteAsync(new("ana@example.com"), Mia, new() { WhenAlreadyInvited = WhenAlreadyInvited.Reinvite });
        Assert.Equal("invitation.already_pending", Assert.Single(again.Errors).Code);
        Assert.Equal(InvitationStatus.AwaitingApproval, (await site.StoredAsync(id)).Status);
    }

    [Fact]
    public async Task What_was_approved_is_sent_once_more_without_asking_as_long_as_it_is_open()
    {
        await using var site = NewSite();
        var id = await site.RequestAsync(new("ana@example.com"), Mia);
        await site.ApproveAsync(id);
        site.Clock.Advance(TimeSpan.FromHours(1));

        Assert.Equal((2, "u-admin"), ((await site.ReinviteAsync(id, Mia)).Invitation!.SecretVersion, (await site.StoredAsync(id)).ApprovedBy));
        site.Clock.Advance(TimeSpan.FromHours(1));
        var inBulk = await site.TryInviteAsync(new("ana@example.com"), Mia, new() { WhenAlreadyInvited = WhenAlreadyInvited.Reinvite });
        Assert.Equal(InviteOutcome.Reinvited, inBulk.Outcome);

        site.Clock.Advance(TimeSpan.FromDays(8));
        Refused.With("approval.required", await site.ReinviteAsync(id, Mia));
        Assert.Equal(InviteOutcome.AwaitingApproval, (await site.TryInviteAsync(new("ana@example.com"), Mia)).Outcome);
    }

    public static TheoryData<string, InvitationEdit, bool> Edits => new()
    {
        { "the address", new() { Email = "eve@example.com" }, false },
        { "a phone number", new() { Phone = "+447911123456" }, false },
        { "the kind", new() { Kind = GrantKind.Guest }, false },
        { "the roles", new() { Roles = ["editor"] }, false },
        { "the groups", new() { Groups = ["sales"] }, false },
        { "the products", new() { Products = ["crm"] }, false },
        { "the profile", new() { Profile = new() { Department = "Board" } }, false },
        { "the message", new() { PersonalMessage = "Welcome!" }, true },
        { "nothing", new() { Groups = ["design"] }, true },
    };

    [Theory]
    [MemberData(nameof(Edits))]
    public async Task An_edit_of_what_was_approved_changes_neither_person_nor_grant(string what, InvitationEdit edit, bool mayBe)
    {
        await using var site = NewSite();
        var id = await site.RequestAsync(new("ana@example.com") { Groups = ["design"] }, Mia);
        await site.ApproveAsync(id);
        var before = await site.StoredAsync(id);

        var result = await site.EditAsync(id, edit, Mia);

        Assert.NotEmpty(what);
        Assert.Equal(mayBe ? [] : ["approval.required"], result.Errors.Select(error => error.Code));
        if (!mayBe)
            Assert.Equal(before, await site.StoredAsync(id));
        Assert.True((await site.EditAsync(id, edit)).Succeeded);
    }

    [Fact]
    public async Task A_link_is_no_way_around()
    {
        await using var site = NewSite();
        var link = await site.CreateLinkAsync(new() { Name = "Night shift" }, Inviter.OrganizationAdmin("u-mia"));

        Assert.Equal("approval.required", Assert.Single((await site.TryCreateLinkAsync(new() { Name = "Day shift" }, Mia)).Errors).Code);
        Assert.Equal("approval.required", Assert.Single((await site.EditLinkAsync(link.Id, new() { PersonalMessage = "Hello" }, Mia)).Errors).Code);
        Assert.Empty((await site.DeactivateLinkAsync(link.Id, Mia)).Errors);
        Assert.Equal("approval.required", Assert.Single((await site.ActivateLinkAsync(link.Id, Mia)).Errors).Code);
    }

    [Fact]
    public async Task An_administrator_who_changes_a_request_has_not_approved_it()
    {
        await using var site = NewSite();
        var id = await site.RequestAsync(new("ana@example.com"), Mia);

        var edited = await site.EditAsync(id, new() { Roles = ["owner"] });

        Assert.Equal((InvitationStatus.AwaitingApproval, "u-mia"), (edited.Invitation!.Status, edited.Invitation.InvitedBy));
        Assert.True((await site.ApproveAsync(id)).Succeeded);
    }

    private static Site NewSite(Action<IServiceCollection>? services = null)
    {
        var site = new Site(services: services);
        site.Tenants[Site.Acme] = Site.Settings with { Authority = new() { MembersInvite = true }, Approval = new() { Members = true } };
        return site;
    }
}
