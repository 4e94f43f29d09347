using Invitations.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Invitations.Tests.Inviting;

public sealed class AlreadyInvitedTests : IDisposable
{
    private const string Mobile = "+447911123456";

    private static readonly InviteOptions Reinvite = new() { WhenAlreadyInvited = WhenAlreadyInvited.Reinvite };
    private static readonly InviteOptions Merge = new() { WhenAlreadyInvited = WhenAlreadyInvited.MergeGrant };

    private static readonly TenantSettings Settings = new()
    {
        Roles = ["viewer", "editor", "admin"],
        Groups = [new("g1"), new("g2")],
        Products = ["crm", "erp"],
    };

    private readonly TestHost _host = new(Settings, options => options.ChunkSize = 2);

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task A_reinvite_gives_a_new_secret_a_new_lifetime_and_a_new_message()
    {
        var first = await _host.InviteAsync(new Invite("ana@example.com"));
        _host.Clock.Advance(TimeSpan.FromHours(2));

        var second = await _host.InviteAsync(new Invite("ana@example.com"), Reinvite);

        second.AssertSucceeded(InviteOutcome.Reinvited);
        Assert.Equal(first.InvitationId, second.InvitationId);
        var content = await _host.ReadAsync();
        var invitation = Assert.Single(content.Invitations);
        Assert.Equal((2, 2, 2L), (invitation.SecretVersion, invitation.IssueCount, invitation.Version));
        Assert.Equal(FakeClock.Start + TimeSpan.FromHours(2), invitation.IssuedAt);
        Assert.Equal(FakeClock.Start, invitation.CreatedAt);
        Assert.Equal(FakeClock.Start + TimeSpan.FromHours(2) + TimeSpan.FromDays(7), invitation.ExpiresAt);
        Assert.Equal(invitation.ExpiresAt, second.ExpiresAt);
        Assert.Equal(
            [(DeliveryStatus.Cancelled, DeliveryPurpose.Invitation, 1), (DeliveryStatus.Waiting, DeliveryPurpose.Reinvite, 2)],
            content.Deliveries.OrderBy(delivery => delivery.SecretVersion).Select(delivery => (delivery.Status, delivery.Purpose, delivery.SecretVersion)));
        Assert.Equal([AuditAction.Created, AuditAction.Reinvited], content.Audit.Select(entry => entry.Action));
    }

    [Fact]
    public async Task A_reinvite_leaves_the_grant_and_the_profile_as_they_are()
    {
        await _host.InviteAsync(new Invite("ana@example.com") { Groups = ["g1"], FirstName = "Ana" });
        _host.Clock.Advance(TimeSpan.FromHours(2));

        (await _host.InviteAsync(new Invite("ana@example.com") { Groups = ["g2"], FirstName = "Bob" }, Reinvite)).AssertSucceeded(InviteOutcome.Reinvited);

        var invitation = (await _host.ReadAsync()).OfEmail("ana@example.com");
        Assert.Equal("Ana", invitation.Profile.FirstName);
        Assert.Equal(["g1"], invitation.Grant.Groups);
    }

    [Fact]
    public async Task A_reinvite_by_another_address_of_the_same_invitation_reaches_it()
    {
        var first = await _host.InviteAsync(new Invite("ana@example.com") { Phone = Mobile });
        _host.Clock.Advance(TimeSpan.FromHours(2));

        var second = await _host.InviteAsync(new Invite { Phone = Mobile }, Reinvite);

        Assert.Equal(first.InvitationId, second.AssertSucceeded(InviteOutcome.Reinvited).InvitationId);
    }

    [Fact]
    public async Task The_throttle_holds_for_every_row_of_a_list()
    {
        await _host.InviteAsync([new("ana@example.com"), new("bob@example.com")]);
        _host.Clock.Advance(TimeSpan.FromMinutes(30));
        await _host.InviteAsync(new Invite("cleo@example.com"));
        _host.Clock.Advance(TimeSpan.FromMinutes(30));

        var result = await _host.InviteAsync([new("ana@example.com"), new("bob@example.com"), new("cleo@example.com"), new("dan@example.com")], Reinvite);

        Assert.Equal([InviteOutcome.Reinvited, InviteOutcome.Reinvited, InviteOutcome.Refused, InviteOutcome.Invited], result.Outcomes());
        result.Rows[2].AssertRefused("reinvite.too_soon", null, ("retryAt", FakeClock.Start + TimeSpan.FromMinutes(90)));
        Assert.Equal(1, (await _host.ReadAsync()).OfEmail("cleo@example.com").SecretVersion);
    }

    [Fact]
    public async Task Two_rows_about_one_open_invitation_are_one_reinvite_and_one_duplicate()
    {
        using var host = new TestHost(Settings with { Reinvite = new() { Cooldown = TimeSpan.Zero } }, options => options.ChunkSize = 2);
        await host.InviteAsync(new Invite("ana@example.com") { Phone = Mobile });

        var list = await host.InviteAsync([new("ana@example.com"), new() { Phone = Mobile }, new() { Phone = Mobile, Row = 9 }], Reinvite);
        var stream = await host.InviteStreamAsync(
            new Invite[] { new("ana@example.com"), new("x@example.com"), new() { Phone = Mobile }, new("ANA@example.com") }.ToAsyncEnumerable(), Reinvite);

        Assert.Equal([InviteOutcome.Reinvited, InviteOutcome.Refused, InviteOutcome.Refused], list.Outcomes());
        list.Rows[1].AssertRefused("row.duplicate", "phone", ("row", 1), ("field", "phone"));
        list.Rows[2].AssertRefused("row.duplicate", "phone", ("row", 1), ("field", "phone"));
        Assert.Equal([InviteOutcome.Reinvited, InviteOutcome.Invited, InviteOutcome.Refused, InviteOutcome.Refused], stream.Select(row => row.Outcome));
        Assert.Equal(3, (await host.ReadAsync()).OfEmail("ana@example.com").IssueCount);
    }

    [Fact]
    public async Task Addresses_of_two_open_invitations_are_reported_and_neither_is_touched()
    {
        await _host.InviteAsync(new Invite("ana@example.com"));
        await _host.InviteAsync(new Invite { Phone = Mobile });
        _host.Clock.Advance(TimeSpan.FromHours(2));
        var before = (await _host.ReadAsync()).Invitations;

        foreach (var options in (InviteOptions[])[Reinvite, Merge])
        {
            (await _host.InviteAsync(new Invite("ana@example.com") { Phone = Mobile }, options))
                .AssertRefused("invitation.already_pending", "email", ("since", FakeClock.Start));
        }

        Assert.Equal(before, (await _host.ReadAsync()).Invitations);
    }

    [Fact]
    public async Task Who_reinvites_answers_for_all_that_the_invitation_grants()
    {
        await _host.InviteAsync(new Invite("ana@example.com") { Groups = ["g1", "g2"], Roles = ["admin"] });
        _host.Clock.Advance(TimeSpan.FromHours(2));

        var result = await _host.InviteAsync(new Invite("ana@example.com") { Groups = ["g1"] }, Reinvite, Inviter.GroupAdmin("u-2", ["g1"], ["editor"]));

        Assert.Equal(["role.not_permitted", "group.not_permitted"], result.Codes());
        Assert.Equal(1, (await _host.ReadAsync()).OfEmail("ana@example.com").SecretVersion);
    }

    [Fact]
    public async Task A_reinvite_is_judged_by_the_domains_of_today()
    {
        var tenants = new FakeTenantSettings();
        using var host = new TestHost(tenants: tenants);
        await host.InviteAsync(new Invite("ana@example.com") { Phone = Mobile });
        host.Clock.Advance(TimeSpan.FromHours(2));
        tenants.ByTenant["acme"] = new() { Domains = new() { Denied = ["example.com"] } };

        (await host.InviteAsync(new Invite { Phone = Mobile }, Reinvite))
            .AssertRefused("email.domain_not_allowed", "email", ("domain", "example.com"));
    }

    [Fact]
    public async Task A_merge_adds_to_the_grant_sends_nothing_and_tells_the_trail_what_was_there()
    {
        var first = await _host.InviteAsync(new Invite("ana@example.com") { Groups = ["g1"], Roles = ["viewer"], Products = ["crm"] });
        _host.Calls.Clear();

        var second = await _host.InviteAsync(new Invite("ana@example.com") { Groups = ["g2", "g1"], Roles = ["editor"], Products = ["erp"] }, Merge);

        Assert.Equal(first.InvitationId, second.AssertSucceeded(InviteOutcome.Merged).InvitationId);
        var content = await _host.ReadAsync();
        var invitation = Assert.Single(content.Invitations);
        Assert.Equal((1, 2L), (invitation.SecretVersion, invitation.Version));
        Assert.Equal(["g1", "g2"], invitation.Grant.Groups);
        Assert.Equal(["viewer", "editor"], invitation.Grant.Roles);
        Assert.Equal(["crm", "erp"], invitation.Grant.Products);
        Assert.Equal(DeliveryStatus.Waiting, Assert.Single(content.Deliveries).Status);
        Assert.Equal(0, _host.Calls.Count("Deliveries.Add"));
        var entry = content.Audit.Single(entry => entry.Action == AuditAction.Merged);
        Assert.Equal("u-admin", entry.Actor);
        Assert.Equal(("Member", "viewer", "g1", "crm"), (entry.Details["former_kind"], entry.Details["former_roles"], entry.Details["former_groups"], entry.Details["former_products"]));
    }

    [Fact]
    public async Task A_merge_needs_the_right_to_grant_what_it_adds()
    {
        await _host.InviteAsync(new Invite("ana@example.com"));

        (await _host.InviteAsync(new Invite("ana@example.com") { Groups = ["g2"] }, Merge, Inviter.GroupAdmin("u-2", ["g1"])))
            .AssertRefused("group.not_permitted", "groups", ("group", "g2"));
    }

    [Fact]
    public async Task A_message_that_somebody_else_has_issued_meanwhile_is_still_sent()
    {
        await _host.InviteAsync([new("ana@example.com"), new("old@example.com")]);
        _host.Clock.Advance(TimeSpan.FromDays(6));
        await _host.InviteAsync(new Invite("ana@example.com"), Reinvite);
        _host.Clock.Advance(TimeSpan.FromDays(2));
        var old = (await _host.ReadAsync()).OfEmail("old@example.com");
        var interfered = false;
        _host.Calls.Before = async call =>
        {
            if (call.Name != "Transaction.Execute" || interfered)
                return;
            interfered = true;
            await _host.InviteAsync(new Invite("ana@example.com"), Reinvite);
            await _host.RunAsync<IInvitationAdministration, AdministrationResult>(
                service => service.ReinviteAsync(TestHost.Acme, old.Id, TestHost.Admin, TestContext.Current.CancellationToken));
        };

        var result = await _host.InviteAsync([new("ana@example.com"), new("old@example.com")], Reinvite);

        result.Rows[0].AssertRefused("invitation.changed", null);
        result.Rows[1].AssertRefused("invitation.already_pending", "email", ("since", _host.Clock.GetUtcNow()));
        var waiting = (await _host.ReadAsync()).Deliveries.Where(delivery => delivery.Status == DeliveryStatus.Waiting).ToList();
        Assert.Equal([2, 3], waiting.Select(delivery => delivery.SecretVersion).Order());
    }

    [Theory]
    [InlineData(WhenAlreadyInvited.Report)]
    [InlineData(WhenAlreadyInvited.Reinvite)]
    [InlineData(WhenAlreadyInvited.MergeGrant)]
    public async Task An_invitation_that_the_inviter_may_not_see_is_reported_without_its_id_and_not_touched(WhenAlreadyInvited choice)
    {
        using var host = new TestHost(Settings with { Authority = new() { MembersInvite = true } });
        var member = Inviter.Member("u-2");
        await host.InviteAsync([new("ana@example.com"), new("cleo@example.com") { Groups = ["g2"] }]);
        var own = await host.InviteAsync(new Invite("bob@example.com"), inviter: member);
        host.Clock.Advance(TimeSpan.FromHours(2));
        var options = new InviteOptions { WhenAlreadyInvited = choice };

        var ofMember = await host.InviteAsync([new("ana@example.com"), new("bob@example.com")], options, member);
        var ofGroupAdmin = await host.InviteAsync(new Invite("cleo@example.com") { Groups = ["g1"] }, options, Inviter.GroupAdmin("u-3", ["g1"]));

        foreach (var result in (InviteResult[])[ofMember.Rows[0], ofGroupAdmin])
        {
            result.AssertRefused("invitation.already_pending", "email", ("since", FakeClock.Start));
            Assert.Null(result.InvitationId);
        }

        Assert.Equal(own.InvitationId, ofMember.Rows[1].InvitationId);
        Assert.Equal(choice != WhenAlreadyInvited.Report, ofMember.Rows[1].Succeeded);
        var content = await host.ReadAsync();
        Assert.All(["ana@example.com", "cleo@example.com"], email => Assert.Equal(1, content.OfEmail(email).Version));
    }

    [Fact]
    public async Task A_change_between_reading_and_writing_is_refused_and_the_other_rows_go_in()
    {
        await _host.InviteAsync(new Invite("ana@example.com"));
        _host.Clock.Advance(TimeSpan.FromHours(2));
        var interfered = false;
        _host.Calls.Before = async call =>
        {
            if (call.Name != "Transaction.Execute" || interfered)
                return;
            interfered = true;
            await _host.InviteAsync(new Invite("ana@example.com") { Groups = ["g1"] }, Merge);
        };

        var result = await _host.InviteAsync([new("ana@example.com"), new("bob@example.com")], Reinvite);

        result.Rows[0].AssertRefused("invitation.changed", null);
        result.Rows[1].AssertSucceeded();
        var content = await _host.ReadAsync();
        Assert.Equal((1, 2L), (content.OfEmail("ana@example.com").SecretVersion, content.OfEmail("ana@example.com").Version));
    }

    [Fact]
    public async Task An_expired_invitation_is_in_nobody_s_way_and_ends_as_expired()
    {
        var first = await _host.InviteAsync(new Invite("ana@example.com") { Phone = Mobile });
        _host.Clock.Advance(TimeSpan.FromDays(7));
        _host.Events.All.Clear();

        var second = await _host.InviteAsync(new Invite("ana@example.com"));

        second.AssertSucceeded();
        Assert.NotEqual(first.InvitationId, second.InvitationId);
        var content = await _host.ReadAsync();
        var old = content.Invitations.Single(invitation => invitation.Id == first.InvitationId);
        Assert.Equal((InvitationStatus.Expired, _host.Clock.GetUtcNow()), (old.Status, old.EndedAt));
        Assert.All(content.DeliveriesOf(old.Id), delivery => Assert.Equal(DeliveryStatus.Cancelled, delivery.Status));
        Assert.Equal([AuditAction.Created, AuditAction.Expired], content.AuditOf(old.Id).Select(entry => entry.Action));
        Assert.Contains(_host.Events.All, told => told.Kind == InvitationEventKind.Expired && told.Invitation.Id == old.Id);
    }

    [Theory]
    [InlineData(WhenAlreadyInvited.Report)]
    [InlineData(WhenAlreadyInvited.Reinvite)]
    [InlineData(WhenAlreadyInvited.MergeGrant)]
    public async Task An_expired_invitation_is_replaced_whatever_the_options_say_of_open_ones(WhenAlreadyInvited choice)
    {
        await _host.InviteAsync(new Invite("ana@example.com"));
        _host.Clock.Advance(TimeSpan.FromDays(7));

        (await _host.InviteAsync(new Invite("ana@example.com"), new InviteOptions { WhenAlreadyInvited = choice })).AssertSucceeded();
    }

    [Fact]
    public async Task A_moment_before_its_expiry_an_invitation_is_still_open()
    {
        await _host.InviteAsync(new Invite("ana@example.com"));
        _host.Clock.Advance(TimeSpan.FromDays(7) - TimeSpan.FromMicroseconds(1));

        (await _host.InviteAsync(new Invite("ana@example.com"))).AssertRefused("invitation.already_pending", "email", ("since", FakeClock.Start));
    }

    [Fact]
    public async Task A_refused_row_ends_no_expired_invitation()
    {
        await _host.InviteAsync(new Invite("ana@example.com"));
        await _host.InviteAsync(new Invite("bob@example.com"));
        _host.Clock.Advance(TimeSpan.FromDays(8));
        var before = (await _host.ReadAsync()).Invitations;

        var result = await _host.InviteAsync([new("ana@example.com") { Roles = ["owner"] }, new("cleo@example.com")]);

        Assert.Equal([InviteOutcome.Refused, InviteOutcome.Invited], result.Outcomes());
        Assert.Equal(before, (await _host.ReadAsync()).Invitations.Take(2));
    }

    [Fact]
    public async Task A_row_that_reinvites_one_invitation_ends_no_other_expired_one()
    {
        await _host.InviteAsync(new Invite { Phone = Mobile });
        _host.Clock.Advance(TimeSpan.FromDays(6));
        await _host.InviteAsync(new Invite("ana@example.com"));
        _host.Clock.Advance(TimeSpan.FromDays(2));

        (await _host.InviteAsync(new Invite("ana@example.com") { Phone = Mobile }, Reinvite)).AssertSucceeded(InviteOutcome.Reinvited);

        Assert.Equal(InvitationStatus.Pending, (await _host.ReadAsync()).Invitations.Single(invitation => invitation.Recipient.Phone == Mobile).Status);
    }

    [Fact]
    public async Task An_expired_holder_of_an_employee_id_gives_it_up()
    {
        await _host.InviteAsync(new Invite("ana@example.com") { EmployeeId = "E-1" });
        _host.Clock.Advance(TimeSpan.FromDays(8));

        (await _host.InviteAsync(new Invite("bob@example.com") { EmployeeId = "e-1" })).AssertSucceeded();

        Assert.Equal(InvitationStatus.Expired, (await _host.ReadAsync()).OfEmail("ana@example.com").Status);
    }

    [Theory]
    [InlineData(AuditAction.Accepted)]
    [InlineData(AuditAction.Revoked)]
    public async Task An_address_whose_invitation_has_ended_is_free_at_once(AuditAction end)
    {
        var first = await _host.InviteAsync(new Invite("ana@example.com"));
        await using (var scope = _host.Scope())
        {
            var store = scope.ServiceProvider.GetRequiredService<Invitations.Stores.IInvitationStore>();
            var open = (await _host.ReadAsync()).OfEmail("ana@example.com");
            var status = end is AuditAction.Accepted ? InvitationStatus.Accepted : InvitationStatus.Revoked;
            await store.ChangeAsync(
                [new() { Updated = open with { Status = status, Version = 2 }, ExpectedStatus = InvitationStatus.Pending, ExpectedVersion = 1 }],
                TestContext.Current.CancellationToken);
        }

        Assert.NotEqual(first.InvitationId, (await _host.InviteAsync(new Invite("ana@example.com"))).AssertSucceeded().InvitationId);
    }
}
