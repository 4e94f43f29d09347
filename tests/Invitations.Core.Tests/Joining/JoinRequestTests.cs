using Invitations.Tests.Accepting.Fixture;
using Invitations.Tests.Approving;
using Invitations.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Invitations.Tests.Joining;

public sealed class JoinRequestTests
{
    private static readonly Acceptor Ana = Acceptor.User("u-ana", ["ana@private.example", "ana@example.com"]);

    private readonly RecordingEvents _events = new();
    private readonly HostDirectory _directory = new();

    [Fact]
    public async Task A_request_to_join_is_an_invitation_without_inviter_that_awaits_approval()
    {
        await using var site = NewSite(new() { Allowed = true, Roles = ["viewer"], Groups = ["design"] });

        var result = await site.RequestToJoinAsync(new() { Email = "ANA@example.com", Profile = new() { FirstName = "Ana", EmployeeId = "E-1" }, Message = "Let me in" });

        Assert.Empty(result.Errors);
        var request = Assert.Single((await site.ListAwaitingAsync()).Items);
        Assert.Equal((InvitationOrigin.JoinRequest, "", InvitationStatus.AwaitingApproval), (request.Origin, request.InvitedBy, request.Status));
        Assert.Equal(("ana@example.com", "Ana", null, "Let me in"), (request.Recipient.Email, request.Profile.FirstName, request.Profile.EmployeeId, request.PersonalMessage));
        Assert.Equal((GrantKind.Member, "viewer", "design"), (request.Grant.Kind, Assert.Single(request.Grant.Roles), Assert.Single(request.Grant.Groups)));
        Assert.Equal(request.CreatedAt + TimeSpan.FromDays(14), request.ExpiresAt);
        Assert.Empty(await site.DeliveriesAsync(request.Id));
        Assert.Equal((AuditAction.JoinRequested, null), Assert.Single((await site.TrailAsync(request.Id)).Select(entry => (entry.Action, entry.Actor))));
        Assert.Equal([InvitationEventKind.ApprovalRequested], _events.All.Select(e => e.Kind));
    }

    [Fact]
    public async Task Once_approved_it_is_an_invitation_by_the_one_who_approved_and_is_accepted_like_any_other()
    {
        await using var site = NewSite();
        await site.RequestToJoinAsync(new() { Email = "ana@example.com", Message = "Let me in" });
        var id = Assert.Single((await site.ListAwaitingAsync()).Items).Id;

        var approved = (await site.ApproveAsync(id)).Invitation!;

        Assert.Equal(("u-admin", "Ada Admin", "u-admin", null), (approved.InvitedBy, approved.InviterName, approved.ApprovedBy, approved.PersonalMessage));
        Assert.Equal(InvitationOrigin.JoinRequest, approved.Origin);
        Assert.Single(await site.DeliveriesAsync(id));
        Assert.DoesNotContain("requester", (await site.TrailAsync(id))[^1].Details.Keys);
        Assert.True((await site.AcceptAsync(await site.TokenAsync(id), Ana)).Succeeded);
    }

    [Fact]
    public async Task A_signed_in_user_asks_with_a_verified_address_of_the_domain_and_only_that_user_accepts()
    {
        await using var site = NewSite(new() { Allowed = true, Domains = ["example.com"] });

        Assert.True((await site.RequestToJoinAsync(new(), Ana)).Succeeded);

        var request = Assert.Single((await site.ListAwaitingAsync()).Items);
        Assert.Equal(("ana@example.com", "u-ana"), (request.Recipient.Email, request.Recipient.UserId));
        await site.ApproveAsync(request.Id);
        var token = await site.TokenAsync(request.Id);
        Refused.With("recipient.mismatch", await site.AcceptAsync(token, Acceptor.User("u-eve", ["ana@example.com"])));
        Assert.True((await site.AcceptAsync(token, Ana)).Succeeded);
    }

    [Fact]
    public async Task Nobody_approves_their_own_request_to_join()
    {
        await using var site = NewSite();
        await site.RequestToJoinAsync(new(), Ana);
        var id = Assert.Single((await site.ListAwaitingAsync()).Items).Id;

        ApprovalCalls.AssertRefused("approval.own_request", await site.ApproveAsync(id, Inviter.OrganizationAdmin("u-ana")));
    }

    public static TheoryData<string, JoinRequestSettings, string?, Acceptor> Unavailable => new()
    {
        { "nobody may ask", new(), "ana@example.com", Acceptor.SigningUp() },
        { "another domain", new() { Allowed = true, Domains = ["example.org"] }, "ana@example.com", Acceptor.SigningUp() },
        { "a domain that may not be invited", new() { Allowed = true }, "ana@denied.example", Acceptor.SigningUp() },
        { "an address that is not verified", new() { Allowed = true }, "eve@example.com", Ana },
        { "no verified address at the domain", new() { Allowed = true, Domains = ["example.org"] }, null, Ana },
        { "no verified address at all", new() { Allowed = true, Domains = ["example.com"] }, null, Acceptor.User("u-bob") },
    };

    [Theory]
    [MemberData(nameof(Unavailable))]
    public async Task Who_cannot_ask_here_is_told_so_in_one_way(string why, JoinRequestSettings settings, string? email, Acceptor requester)
    {
        await using var site = NewSite(settings);

        var result = await site.RequestToJoinAsync(new() { Email = email }, requester);

        Assert.NotEmpty(why);
        Assert.Equal("join.not_available", Assert.Single(result.Errors).Code);
        Assert.Empty((await site.ListAsync()).Items);
    }

    [Fact]
    public async Task What_is_wrong_with_the_form_is_told()
    {
        await using var site = NewSite();

        Assert.Equal("email.invalid", Assert.Single((await site.RequestToJoinAsync(new() { Email = "ana" })).Errors).Code);
        Assert.Equal("recipient.missing", Assert.Single((await site.RequestToJoinAsync(new())).Errors).Code);
        Assert.Equal(
            ["text.carries_url", "text.too_long"],
            (await site.RequestToJoinAsync(new() { Email = "ana@example.com", Profile = new() { FirstName = "www.evil.example" }, Message = new('x', 1001) }))
                .Errors.Select(error => error.Code));
    }

    [Fact]
    public async Task Members_invited_people_and_those_who_asked_before_are_answered_like_newcomers()
    {
        await using var site = NewSite();
        _directory.Accounts.Add(new() { UserId = "u-mem", Email = "member@example.com", IsMember = true });
        var invited = await site.InviteAsync("invited@example.com");
        await site.RequestToJoinAsync(new() { Email = "asked@example.com" });
        var before = (await site.ListAsync()).Items;

        foreach (var email in (string[])["member@example.com", "invited@example.com", "asked@example.com"])
            Assert.Empty((await site.RequestToJoinAsync(new() { Email = email }, caller: email)).Errors);

        Assert.Equal(before, (await site.ListAsync()).Items);
        Assert.Single(await site.DeliveriesAsync(invited));
    }

    [Fact]
    public async Task An_invitation_that_has_expired_is_in_nobody_s_way()
    {
        await using var site = NewSite();
        var expired = await site.InviteAsync("ana@example.com");
        site.Clock.Advance(TimeSpan.FromDays(7));

        await site.RequestToJoinAsync(new() { Email = "ana@example.com" });

        Assert.Single((await site.ListAwaitingAsync()).Items);
        Assert.Equal(InvitationStatus.Expired, (await site.StoredAsync(expired)).Status);
        Assert.Contains(_events.All, e => e.Kind is InvitationEventKind.Expired);
    }

    [Fact]
    public async Task A_caller_asks_as_often_as_the_tenant_allows()
    {
        await using var site = NewSite(new() { Allowed = true, AttemptsPerCaller = 2 });
        await site.RequestToJoinAsync(new() { Email = "a@example.com" });
        await site.RequestToJoinAsync(new() { Email = "not an address" });

        var third = await site.RequestToJoinAsync(new() { Email = "b@example.com" });

        var error = Assert.Single(third.Errors);
        Assert.Equal(("join.too_many_attempts", site.Clock.Now + TimeSpan.FromHours(1)), (error.Code, error.Arguments["retryAt"]));
        Assert.True((await site.RequestToJoinAsync(new() { Email = "b@example.com" }, caller: "another")).Succeeded);
        Assert.True((await site.RequestToJoinAsync(new() { Email = "c@example.com" }, tenant: Site.Globex)).Succeeded);
        site.Clock.Advance(TimeSpan.FromHours(1));
        Assert.True((await site.RequestToJoinAsync(new() { Email = "d@example.com" })).Succeeded);
    }

    [Fact]
    public async Task Many_callers_do_not_bury_a_tenant()
    {
        await using var site = NewSite(new() { Allowed = true, AttemptsPerTenant = 3 });

        var results = await Race.RunAsync(Enumerable.Range(0, 20).Select<int, Func<Task<JoinRequestResult>>>(i =>
            () => site.RequestToJoinAsync(new() { Email = $"p{i}@example.com" }, caller: $"c{i}")));

        Assert.Equal(3, results.Count(result => result.Succeeded));
        Assert.Equal(3, (await site.ListAwaitingAsync()).Items.Count);
    }

    [Fact]
    public async Task Of_one_person_s_requests_at_once_one_is_kept()
    {
        for (var round = 0; round < 20; round++)
        {
            await using var site = NewSite(new() { Allowed = true });

            var results = await Race.RunAsync(Enumerable.Range(0, 20).Select<int, Func<Task<JoinRequestResult>>>(i =>
                () => site.RequestToJoinAsync(new() { Email = "ana@example.com" }, caller: $"c{i}")));

            Assert.All(results, result => Assert.Empty(result.Errors));
            Assert.Single((await site.ListAwaitingAsync()).Items);
        }
    }

    private Site NewSite(JoinRequestSettings? settings = null)
    {
        var site = new Site(services: services => services
            .AddScoped<IInvitationEventHandler>(_ => _events)
            .AddSingleton<IAccountDirectory>(_directory));
        foreach (var tenant in (TenantId[])[Site.Acme, Site.Globex])
        {
            site.Tenants[tenant] = Site.Settings with
            {
                JoinRequests = settings ?? new() { Allowed = true },
                Domains = new() { Denied = ["denied.example"] },
            };
        }

        return site;
    }
}
