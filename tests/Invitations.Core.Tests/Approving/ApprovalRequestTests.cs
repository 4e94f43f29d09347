using Invitations.Tests.Accepting.Fixture;
using Invitations.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Invitations.Tests.Approving;

/// <summary>What becomes of invitations by people whose invitations must be approved.</summary>
public sealed class ApprovalRequestTests
{
    private static readonly Inviter Mia = Inviter.Member("u-mia", ["design"], ["editor"], "Mia");
    private static readonly Inviter Gina = Inviter.GroupAdmin("u-gina", ["design"], ["editor"]);

    private readonly RecordingEvents _events = new();

    public static TheoryData<string, bool> Levels => new()
    {
        { "members", false },
        { "group admins", false },
        { "members", true },
        { "group admins", true },
    };

    [Theory]
    [MemberData(nameof(Levels))]
    public async Task The_tenant_says_at_which_level_an_invitation_must_be_approved(string level, bool mustBe)
    {
        await using var site = NewSite(new() { Members = mustBe && level == "members", GroupAdmins = mustBe && level == "group admins" });

        var result = await site.TryInviteAsync(new("ana@example.com") { Groups = ["design"] }, level == "members" ? Mia : Gina);

        Assert.Equal(mustBe ? InviteOutcome.AwaitingApproval : InviteOutcome.Invited, result.Outcome);
    }

    [Fact]
    public async Task Organisation_admins_and_systems_need_no_approval()
    {
        await using var site = NewSite(new() { Members = true, GroupAdmins = true });

        Assert.Equal(InviteOutcome.Invited, (await site.TryInviteAsync(new("ana@example.com"))).Outcome);
        Assert.Equal(InviteOutcome.Invited, (await site.TryInviteAsync(new("bob@example.com"), Inviter.System("sync"))).Outcome);
    }

    [Fact]
    public async Task A_request_is_neither_sent_nor_open_and_holds_its_address()
    {
        await using var site = NewSite();
        var result = await site.TryInviteAsync(new("ana@example.com"), Mia, new() { Lifetime = TimeSpan.FromDays(1) });

        var stored = await site.StoredAsync(result.InvitationId!.Value);
        Assert.Equal(InvitationStatus.AwaitingApproval, stored.Status);
        Assert.Equal((0, 0, null), (stored.SecretVersion, stored.IssueCount, stored.IssuedAt));
        Assert.Equal(TimeSpan.FromDays(1), stored.RequestedLifetime);
        Assert.Equal(stored.CreatedAt + TimeSpan.FromDays(14), stored.ExpiresAt);
        Assert.Equal(stored.ExpiresAt, result.ExpiresAt);
        Assert.Empty(await site.DeliveriesAsync(stored.Id));
        Assert.Equal([InvitationEventKind.ApprovalRequested], _events.All.Select(e => e.Kind));
        Assert.Equal((AuditAction.ApprovalRequested, "u-mia"), Assert.Single((await site.TrailAsync(stored.Id)).Select(entry => (entry.Action, entry.Actor))));
        Refused.With("invitation.not_open", await site.ShowAsync(stored.Id));
        Assert.Equal("invitation.already_pending", Assert.Single((await site.TryInviteAsync(new("ana@example.com"))).Errors).Code);
    }

    [Fact]
    public async Task No_secret_opens_what_awaits_approval()
    {
        await using var site = NewSite();
        var byMail = await site.RequestAsync(new("ana@example.com"), Mia);
        var byCode = await site.RequestAsync(new() { Identifier = "4711" }, Mia);
        var ana = Acceptor.User("u-ana", ["ana@example.com"]);
        InvitationSecret Token(int version) => site.Provider.GetRequiredService<TokenCodec>().Write(TokenKind.Invitation, byMail, version, site.Keys.Current.Signing.Id);

        Assert.Null((await site.StoredAsync(byCode)).CodeLookup);
        Refused.With("invitation.not_open", await site.AcceptAsync(Token(0), ana));
        Refused.With("invitation.not_open", await site.DeclineAsync(Token(0)));
        Refused.With("token.invalid", await site.AcceptAsync(Token(1), ana));
    }

    [Fact]
    public async Task Lists_streams_and_dry_runs_say_what_awaits_approval()
    {
        await using var site = NewSite();
        Invite[] people = [new("ana@example.com"), new("bob@example.com"), new("nonsense")];
        var dryRun = await InviteManyAsync(site, people, new() { DryRun = true });
        var list = await InviteManyAsync(site, people, new() { IdempotencyKey = "k" });
        var again = await InviteManyAsync(site, people, new() { IdempotencyKey = "k" });

        foreach (var result in (BulkInviteResult[])[dryRun, list, again])
            Assert.Equal([InviteOutcome.AwaitingApproval, InviteOutcome.AwaitingApproval, InviteOutcome.Refused], result.Rows.Select(row => row.Outcome));
        Assert.NotNull(list.BatchId);
        Assert.Equal(2, (await site.ListAwaitingAsync()).Items.Count);
    }

    [Fact]
    public async Task Nobody_asks_for_more_than_they_could_give()
    {
        await using var site = NewSite();

        Assert.Equal("role.not_permitted", Assert.Single((await site.TryInviteAsync(new("ana@example.com") { Roles = ["owner"] }, Mia)).Errors).Code);
        Assert.Equal("group.not_permitted", Assert.Single((await site.TryInviteAsync(new("ana@example.com") { Groups = ["finance"] }, Mia)).Errors).Code);
    }

    [Fact]
    public async Task The_one_who_asked_can_change_it_and_take_it_back()
    {
        await using var site = NewSite();
        var id = await site.RequestAsync(new("ana@example.com"), Mia);

        var edited = await site.EditAsync(id, new() { Email = "bob@example.com", Roles = ["viewer"] }, Mia);
        Assert.Equal((InvitationStatus.AwaitingApproval, 0), (edited.Invitation!.Status, edited.Invitation.SecretVersion));
        Assert.Equal("bob@example.com", edited.Invitation.Recipient.Email);
        Assert.Empty(await site.DeliveriesAsync(id));

        Assert.True((await site.RevokeAsync(id, Mia)).Succeeded);
        ApprovalCalls.AssertRefused("invitation.revoked", await site.ApproveAsync(id));
    }

    [Fact]
    public async Task A_replaced_policy_decides_by_what_is_asked_for()
    {
        await using var site = new Site(with: builder => builder.ReplacePolicy<IApprovalPolicy, GuestsNeedIt>());

        Assert.Equal(InviteOutcome.AwaitingApproval, (await site.TryInviteAsync(new("ana@example.com") { Kind = GrantKind.Guest, Groups = ["design"] })).Outcome);
        Assert.Equal(InviteOutcome.Invited, (await site.TryInviteAsync(new("bob@example.com"))).Outcome);
    }

    private static Task<BulkInviteResult> InviteManyAsync(Site site, Invite[] people, InviteOptions options) =>
        site.AskAsync<IInvitationService, BulkInviteResult>((service, token) => service.InviteManyAsync(Site.Acme, people, Mia, options, token));

    private Site NewSite(ApprovalSettings? approval = null)
    {
        var site = new Site(services: services => services.AddScoped<IInvitationEventHandler>(_ => _events));
        site.Tenants[Site.Acme] = Site.Settings with { Authority = new() { MembersInvite = true }, Approval = approval ?? new() { Members = true } };
        return site;
    }

    private sealed class GuestsNeedIt : IApprovalPolicy
    {
        public ValueTask EvaluateAsync(PolicyContext context, CancellationToken cancellationToken)
        {
            foreach (var row in context.Rows)
            {
                if (row.Draft.Grant.Kind is GrantKind.Guest)
                    row.RequireApproval();
                else
                    row.Allow();
            }

            return ValueTask.CompletedTask;
        }
    }
}
