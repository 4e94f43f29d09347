using Invitations.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Invitations.Tests.Inviting;

public sealed class InviteOneTests : IDisposable
{
    private readonly TestHost _host = new(
        new TenantSettings { PhoneRegion = "GB", IdentifierKinds = ["badge"] },
        accounts: new FakeAccounts(new Account { UserId = "u-7" }));

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task An_email_address_is_invited_with_one_delivery_by_email()
    {
        var result = await _host.InviteAsync(new Invite(" Ana@Example.COM "));

        result.AssertSucceeded();
        var content = await _host.ReadAsync();
        var invitation = Assert.Single(content.Invitations);
        Assert.Equal(result.InvitationId, invitation.Id);
        Assert.Equal("Ana@Example.COM".ToLowerInvariant(), invitation.Recipient.Email);
        Assert.Equal(invitation.Recipient, result.Recipient);
        Assert.Equal(InvitationStatus.Pending, invitation.Status);
        Assert.Equal(FakeClock.Start, invitation.IssuedAt);
        Assert.Equal(FakeClock.Start + TimeSpan.FromDays(7), invitation.ExpiresAt);
        Assert.Equal(invitation.ExpiresAt, result.ExpiresAt);
        Assert.Equal(("u-admin", "Olga Admin", false), (invitation.InvitedBy, invitation.InviterName, invitation.IsFromSystem));
        Assert.Null(invitation.BatchId);
        Assert.Null(invitation.BatchRow);
        Assert.Null(invitation.CodeLookup);
        AssertWaiting(content, DeliveryChannels.Email);
    }

    [Fact]
    public async Task A_phone_number_is_invited_by_text_message()
    {
        (await _host.InviteAsync(new Invite { Phone = "07911 123456" })).AssertSucceeded();

        var content = await _host.ReadAsync();
        Assert.Equal("+447911123456", Assert.Single(content.Invitations).Recipient.Phone);
        AssertWaiting(content, DeliveryChannels.Sms);
    }

    [Fact]
    public async Task A_person_with_both_addresses_gets_both_messages()
    {
        (await _host.InviteAsync(new Invite("ana@example.com") { Phone = "+447911123456" })).AssertSucceeded();

        AssertWaiting(await _host.ReadAsync(), DeliveryChannels.Email, DeliveryChannels.Sms);
    }

    [Fact]
    public async Task A_channel_that_is_asked_for_is_the_only_one()
    {
        var options = new InviteOptions { Channels = [DeliveryChannels.Sms, DeliveryChannels.Sms] };

        (await _host.InviteAsync(new Invite("ana@example.com") { Phone = "+447911123456" }, options)).AssertSucceeded();

        AssertWaiting(await _host.ReadAsync(), DeliveryChannels.Sms);
    }

    [Fact]
    public async Task No_channels_at_all_send_nothing()
    {
        (await _host.InviteAsync(new Invite("ana@example.com"), new InviteOptions { Channels = [] })).AssertSucceeded();

        AssertWaiting(await _host.ReadAsync());
    }

    [Fact]
    public async Task A_landline_is_kept_as_a_fact_where_no_text_message_is_asked_for()
    {
        var options = new InviteOptions { Channels = [DeliveryChannels.Email] };

        (await _host.InviteAsync(new Invite("ana@example.com") { Phone = "+442079460000" }, options)).AssertSucceeded();

        AssertWaiting(await _host.ReadAsync(), DeliveryChannels.Email);
    }

    [Theory]
    [InlineData(null, " ab 12 ", "personnel_number:AB 12")]
    [InlineData("badge", "x7", "badge:X7")]
    [InlineData("birthday", "1.2.1990", "birthday:1990-02-01")]
    [InlineData("phone_number", "07911 123456", "phone_number:+447911123456")]
    public async Task An_identifier_gets_a_code_and_no_delivery(string? kind, string value, string key)
    {
        (await _host.InviteAsync(new Invite { IdentifierKind = kind, Identifier = value })).AssertSucceeded();

        var content = await _host.ReadAsync();
        var invitation = Assert.Single(content.Invitations);
        Assert.Equal(key, invitation.Recipient.Identifier?.Key);
        Assert.Equal(AccessCode.DefaultLength, invitation.CodeLength);
        Assert.NotNull(invitation.CodeLookup);
        AssertWaiting(content);
    }

    [Fact]
    public async Task A_host_s_own_channel_reaches_people_without_an_address()
    {
        (await _host.InviteAsync(new Invite { Identifier = "AB12" }, new InviteOptions { Channels = ["letter"] })).AssertSucceeded();

        AssertWaiting(await _host.ReadAsync(), "letter");
    }

    [Fact]
    public async Task A_list_that_is_sent_by_email_takes_people_without_an_address_along()
    {
        (await _host.InviteAsync(new Invite { Identifier = "AB12" }, new InviteOptions { Channels = [DeliveryChannels.Email] })).AssertSucceeded();

        AssertWaiting(await _host.ReadAsync());
    }

    [Fact]
    public async Task An_account_that_is_invited_by_id_is_told_in_the_app()
    {
        (await _host.InviteAsync(new Invite { UserId = " u-7 " })).AssertSucceeded();

        var content = await _host.ReadAsync();
        Assert.Equal("u-7", Assert.Single(content.Invitations).Recipient.UserId);
        AssertWaiting(content, DeliveryChannels.App);
    }

    [Fact]
    public async Task A_bare_code_is_for_anyone_and_there_can_be_many()
    {
        var first = await _host.InviteAsync(new Invite { Anyone = true });
        var second = await _host.InviteAsync(new Invite { Anyone = true });

        Assert.Null(first.AssertSucceeded().Recipient);
        second.AssertSucceeded();
        var content = await _host.ReadAsync();
        Assert.Equal(2, content.Invitations.Select(invitation => invitation.CodeLookup).Distinct().Count());
        Assert.All(content.Invitations, invitation => Assert.True(invitation.Recipient.IsAnyone));
        AssertWaiting(content);
    }

    [Fact]
    public async Task Whoever_has_an_address_is_somebody_in_particular()
    {
        using var host = new TestHost(wire: builder => builder.AddPolicy<NoBareCodes>());

        (await host.InviteAsync(new Invite("ana@example.com") { Anyone = true })).AssertSucceeded();
        (await host.InviteAsync(new Invite { Anyone = true })).AssertRefused("bare_codes.refused", null);
    }

    [Fact]
    public async Task Everybody_gets_a_code_where_the_tenant_wants_it()
    {
        using var host = new TestHost(new TenantSettings { AccessCodes = AccessCodeIssue.Everybody }, options => options.AccessCodeLength = 13);

        (await host.InviteAsync(new Invite("ana@example.com"))).AssertSucceeded();

        Assert.Equal(13, Assert.Single((await host.ReadAsync()).Invitations).CodeLength);
    }

    [Fact]
    public async Task What_is_known_about_the_person_is_kept_in_clean_form()
    {
        var start = new DateOnly(2027, 1, 4);
        var invite = new Invite("ana@example.com")
        {
            FirstName = " Ana ",
            LastName = "O\u202EBrien",
            JobTitle = "ASP.NET  developer",
            Department = "R&D",
            LineManager = "boss@example.com",
            StartDate = start,
            EmployeeId = " E-1 ",
            Language = "NL_be",
            PersonalMessage = "Hello\r\nAna",
            Metadata = new Dictionary<string, string> { ["plan"] = "gold" },
            RedirectPath = "/welcome?tab=1",
        };

        (await _host.InviteAsync(invite)).AssertSucceeded();

        var invitation = Assert.Single((await _host.ReadAsync()).Invitations);
        var profile = invitation.Profile;
        Assert.Equal(("Ana", "OBrien", "ASP.NET developer"), (profile.FirstName, profile.LastName, profile.JobTitle));
        Assert.Equal(("R&D", "boss@example.com", start), (profile.Department, profile.LineManager, profile.StartDate));
        Assert.Equal(("E-1", "nl-BE", "Hello\nAna"), (profile.EmployeeId, profile.Language, invitation.PersonalMessage));
        Assert.Equal(("gold", "/welcome?tab=1"), (invitation.Metadata["plan"], invitation.RedirectPath));
    }

    [Fact]
    public async Task Changing_the_caller_s_lists_afterwards_changes_nothing()
    {
        using var host = new TestHost(new TenantSettings { Roles = ["editor", "owner"], Fields = [new() { Key = "shift" }] });
        var (roles, metadata, fields) = (new List<string> { "editor" }, new Dictionary<string, string> { ["a"] = "1" }, new Dictionary<string, string> { ["shift"] = "late" });
        var channels = new List<string> { DeliveryChannels.Email };
        var invite = new Invite("ana@example.com") { Roles = roles, Metadata = metadata, Fields = fields };
        (await host.InviteAsync(invite, new InviteOptions { Channels = channels })).AssertSucceeded();

        roles[0] = "owner";
        metadata["a"] = "2";
        fields["shift"] = "night";
        channels.Clear();

        var invitation = Assert.Single((await host.ReadAsync()).Invitations);
        Assert.Equal(["editor"], invitation.Grant.Roles);
        Assert.Equal(("1", "late"), (invitation.Metadata["a"], invitation.Profile.Fields["shift"]));
        Assert.Equal([DeliveryChannels.Email], invitation.Channels);
    }

    [Fact]
    public async Task Instants_are_kept_in_UTC_with_microseconds()
    {
        var end = new DateTimeOffset(2027, 1, 1, 2, 0, 0, TimeSpan.FromHours(2)).AddTicks(7);
        _host.Clock.Advance(TimeSpan.FromTicks(13));

        (await _host.InviteAsync(new Invite("ana@example.com") { MembershipEndsAt = end }, new InviteOptions { Lifetime = TimeSpan.FromTicks(10_000_003) })).AssertSucceeded();

        var invitation = Assert.Single((await _host.ReadAsync()).Invitations);
        Assert.All(
            [invitation.CreatedAt, invitation.IssuedAt!.Value, invitation.ExpiresAt!.Value, invitation.Grant.MembershipEndsAt!.Value],
            instant => Assert.Equal((0, TimeSpan.Zero), (instant.Ticks % TimeSpan.TicksPerMicrosecond, instant.Offset)));
        Assert.Equal(new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.Zero), invitation.Grant.MembershipEndsAt);
    }

    [Theory]
    [InlineData("Olga  Admin", "Olga Admin")]
    [InlineData("You won! www.evil.example", null)]
    [InlineData("Olga\u202E", "Olga")]
    [InlineData("Olga\r\nBcc: all@example.com", null)]
    public async Task The_inviter_s_name_is_shown_only_where_it_is_a_name(string name, string? shown)
    {
        (await _host.InviteAsync(new Invite("ana@example.com"), inviter: Inviter.OrganizationAdmin("u-1", name))).AssertSucceeded();

        Assert.Equal(shown, Assert.Single((await _host.ReadAsync()).Invitations).InviterName);
    }

    [Fact]
    public async Task The_trail_and_the_events_tell_of_it_once()
    {
        var result = await _host.InviteAsync(new Invite("ana@example.com"));

        var entry = Assert.Single((await _host.ReadAsync()).Audit);
        Assert.Equal((result.InvitationId, AuditAction.Created, "u-admin"), (entry.InvitationId, entry.Action, entry.Actor));
        Assert.Equal(
            [(InvitationEventKind.Created, result.InvitationId), (InvitationEventKind.Issued, result.InvitationId)],
            _host.Events.All.Select(told => (told.Kind, (Guid?)told.Invitation.Id)));
    }

    [Fact]
    public async Task The_dispatcher_is_woken_where_there_is_something_to_send()
    {
        var signal = _host.Services.GetRequiredService<DeliverySignal>();

        await _host.InviteAsync(new Invite { Identifier = "AB12" });
        Assert.False(await signal.WaitAsync(TimeSpan.Zero, TestContext.Current.CancellationToken));
        await _host.InviteAsync(new Invite("ana@example.com"));
        Assert.True(await signal.WaitAsync(Timeout.InfiniteTimeSpan, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_refused_person_leaves_nothing_behind()
    {
        var result = await _host.InviteAsync(new Invite("nonsense"));

        result.AssertRefused("email.invalid", "email");
        Assert.Equal((null, null), (result.InvitationId, result.Recipient));
        var content = await _host.ReadAsync();
        Assert.Empty(content.Invitations);
        Assert.Empty(_host.Events.All);
    }

    [Fact]
    public async Task The_row_number_is_the_caller_s_or_the_place()
    {
        Assert.Equal(17, (await _host.InviteAsync(new Invite("a@example.com") { Row = 17 })).Row);
        Assert.Equal(1, (await _host.InviteAsync(new Invite("b@example.com") { Row = -4 })).Row);
        Assert.Equal([1, 9, 3], (await _host.InviteAsync([new("c@example.com"), new("d@example.com") { Row = 9 }, new("e@example.com")])).Rows.Select(row => row.Row));
    }

    private sealed class NoBareCodes : RowPolicy
    {
        protected override ValueTask<InvitationError?> JudgeAsync(PolicyContext context, PolicyRow row, CancellationToken cancellationToken) =>
            new(row.Draft.IsAnyone ? new InvitationError("bare_codes.refused") : null);
    }

    private static void AssertWaiting(StoreContent content, params string[] channels)
    {
        Assert.Equal(channels, content.Deliveries.Select(delivery => delivery.Channel).Order());
        Assert.All(content.Deliveries, delivery =>
        {
            Assert.Equal((DeliveryStatus.Waiting, DeliveryPurpose.Invitation), (delivery.Status, delivery.Purpose));
            Assert.Equal((FakeClock.Start, 1), (delivery.DueAt, delivery.SecretVersion));
        });
    }
}
