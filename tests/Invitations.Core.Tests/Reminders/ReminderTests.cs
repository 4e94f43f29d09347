using Invitations.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Invitations.Tests.Reminders;

public sealed class ReminderTests
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    [Fact]
    public async Task Three_days_after_the_issue_who_has_not_accepted_is_reminded_once()
    {
        using var host = new TestHost();
        var invited = await host.InviteAsync(People.Person(1));
        host.Clock.Advance((3 * Day) - TimeSpan.FromMicroseconds(1));
        Assert.Equal(0, await RemindAsync(host));

        host.Clock.Advance(TimeSpan.FromMicroseconds(1));
        Assert.Equal(1, await RemindAsync(host));

        var content = await host.ReadAsync();
        var reminder = Assert.Single(content.Deliveries, it => it.Purpose is DeliveryPurpose.Reminder);
        Assert.Equal((1, DeliveryChannels.Email, host.Clock.GetUtcNow()), (reminder.SecretVersion, reminder.Channel, reminder.DueAt));
        Assert.Null(content.Invitations[0].ReminderDueAt);
        Assert.Single(content.AuditOf(invited.InvitationId), entry => entry is { Action: AuditAction.Reminded, Actor: null });
        var raised = Assert.Single(host.Events.All, raised => raised.Kind is InvitationEventKind.Reminded);
        Assert.Equal(content.Invitations[0].Version, raised.Invitation.Version);
        host.Clock.Advance(3 * Day);
        Assert.Equal(0, await RemindAsync(host));
    }

    [Fact]
    public async Task Delays_and_parts_of_the_lifetime_are_both_counted_in_order_of_time()
    {
        using var host = new TestHost(With(new() { After = [5 * Day, 1 * Day], Ratios = [0.5] }, 10));
        await host.InviteAsync(People.Person(1));

        var reminded = new List<int>();
        for (var day = 1; day <= 9; day++)
        {
            host.Clock.Advance(Day);
            if (await RemindAsync(host) > 0)
                reminded.Add(day);
        }

        Assert.Equal([1, 5], reminded);
    }

    [Fact]
    public async Task None_comes_at_the_expiry_or_after_it()
    {
        using var host = new TestHost(With(new() { After = [2 * Day, 3 * Day] }, 2));
        await host.InviteAsync(People.Person(1));

        Assert.Null((await host.ReadAsync()).Invitations[0].ReminderDueAt);
    }

    [Fact]
    public async Task An_invitation_without_an_expiry_has_no_parts_of_a_lifetime()
    {
        using var host = new TestHost(new TenantSettings { Reminders = new() { After = [], Ratios = [0.5] }, Expiry = new() { Member = null } });
        await host.InviteAsync(People.Person(1));

        Assert.Null((await host.ReadAsync()).Invitations[0].ReminderDueAt);
    }

    [Fact]
    public async Task Reminders_that_were_missed_come_as_one()
    {
        using var host = new TestHost(With(new() { After = [1 * Day, 2 * Day, 3 * Day, 6 * Day] }, 30));
        await host.InviteAsync(People.Person(1));
        host.Clock.Advance(4 * Day);

        Assert.Equal(1, await RemindAsync(host));
        Assert.Equal(0, await RemindAsync(host));

        var content = await host.ReadAsync();
        Assert.Single(content.Deliveries, it => it.Purpose is DeliveryPurpose.Reminder);
        Assert.Equal(FakeClock.Start + (6 * Day), content.Invitations[0].ReminderDueAt);
    }

    [Fact]
    public async Task A_reminder_is_dropped_with_the_invitation()
    {
        using var host = new TestHost();
        var invited = await host.InviteAsync(People.Person(1));
        await host.RunAsync<IInvitationAdministration, AdministrationResult>(it =>
            it.RevokeAsync(TestHost.Acme, invited.InvitationId!.Value, TestHost.Admin, TestContext.Current.CancellationToken));
        host.Clock.Advance(4 * Day);

        Assert.Equal(0, await RemindAsync(host));
    }

    [Fact]
    public async Task What_has_expired_by_the_clock_is_not_reminded_even_where_no_sweep_has_run()
    {
        using var host = new TestHost();
        await host.InviteAsync(People.Person(1));
        host.Clock.Advance(8 * Day);

        Assert.Equal(1, await RemindAsync(host));
        Assert.Equal(0, await RemindAsync(host));

        Assert.DoesNotContain((await host.ReadAsync()).Deliveries, it => it.Purpose is DeliveryPurpose.Reminder);
        Assert.DoesNotContain(host.Events.All, raised => raised.Kind is InvitationEventKind.Reminded);
    }

    [Fact]
    public async Task A_reinvite_and_a_changed_address_start_the_waiting_time_anew()
    {
        using var host = new TestHost();
        var invited = await host.InviteAsync(People.Person(1));
        host.Clock.Advance(2 * Day);
        await AdministerAsync(host, it => it.ReinviteAsync(TestHost.Acme, invited.InvitationId!.Value, TestHost.Admin, TestContext.Current.CancellationToken));
        Assert.Equal(host.Clock.GetUtcNow() + (3 * Day), (await host.ReadAsync()).Invitations[0].ReminderDueAt);

        host.Clock.Advance(1 * Day);
        await AdministerAsync(host, it => it.EditAsync(
            TestHost.Acme, invited.InvitationId!.Value, new() { Email = "new@example.com" }, TestHost.Admin, TestContext.Current.CancellationToken));
        Assert.Equal(host.Clock.GetUtcNow() + (3 * Day), (await host.ReadAsync()).Invitations[0].ReminderDueAt);

        host.Clock.Advance(1 * Day);
        await AdministerAsync(host, it => it.EditAsync(
            TestHost.Acme, invited.InvitationId!.Value, new() { PersonalMessage = "Hi" }, TestHost.Admin, TestContext.Current.CancellationToken));
        Assert.Equal(host.Clock.GetUtcNow() + (2 * Day), (await host.ReadAsync()).Invitations[0].ReminderDueAt);
    }

    [Fact]
    public async Task A_reinvite_in_a_list_plans_a_reminder_too()
    {
        using var host = new TestHost();
        await host.InviteAsync(People.Of(2));
        host.Clock.Advance(2 * Day);

        await host.InviteAsync(People.Of(2), new() { WhenAlreadyInvited = WhenAlreadyInvited.Reinvite });

        Assert.All((await host.ReadAsync()).Invitations, it => Assert.Equal(host.Clock.GetUtcNow() + (3 * Day), it.ReminderDueAt));
    }

    [Fact]
    public async Task Whoever_is_handed_a_code_is_not_reminded()
    {
        using var host = new TestHost();
        await host.InviteAsync(new Invite { Identifier = "P-1" });

        Assert.Null((await host.ReadAsync()).Invitations[0].ReminderDueAt);
    }

    [Fact]
    public async Task A_tenant_that_switches_reminders_off_reminds_nobody_any_more()
    {
        var tenants = new Switchable();
        using var host = new TestHost(wire: builder => builder.Services.AddSingleton<ITenantSettingsProvider>(tenants));
        await host.InviteAsync(People.Person(1));
        host.Clock.Advance(3 * Day);
        tenants.Settings = new() { Reminders = new() { After = [] } };

        await RemindAsync(host);

        var content = await host.ReadAsync();
        Assert.DoesNotContain(content.Deliveries, it => it.Purpose is DeliveryPurpose.Reminder);
        Assert.Null(content.Invitations[0].ReminderDueAt);
    }

    [Fact]
    public async Task A_tenant_whose_settings_cannot_be_used_is_in_nobody_s_way()
    {
        var tenants = new Switchable();
        using var host = new TestHost(wire: builder => builder.Services.AddSingleton<ITenantSettingsProvider>(tenants));
        await host.InviteAsync(People.Person(1), tenant: "broken");
        await host.InviteAsync(People.Person(1), tenant: "sound");
        host.Clock.Advance(3 * Day);
        tenants.Broken = "broken";

        Assert.Equal(2, await RemindAsync(host));
        Assert.Equal(0, await RemindAsync(host));
        Assert.Single((await host.ReadAsync("sound")).Deliveries, it => it.Purpose is DeliveryPurpose.Reminder);
        Assert.DoesNotContain((await host.ReadAsync("broken")).Deliveries, it => it.Purpose is DeliveryPurpose.Reminder);

        tenants.Broken = null;
        host.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(1, await RemindAsync(host));
        Assert.Single((await host.ReadAsync("broken")).Deliveries, it => it.Purpose is DeliveryPurpose.Reminder);
    }

    [Fact]
    public async Task An_instant_that_is_over_is_a_bug_of_the_policy()
    {
        using var host = new TestHost(wire: builder => builder.ReplacePolicy<IReminderPolicy, AtOnce>());

        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => host.InviteAsync(People.Person(1)));

        Assert.Empty((await host.ReadAsync()).Invitations);
    }

    [Theory]
    [InlineData(0, 0.5, "Reminders.After")]
    [InlineData(-1, 0.5, "Reminders.After")]
    [InlineData(1, 0, "Reminders.Ratios")]
    [InlineData(1, 1, "Reminders.Ratios")]
    [InlineData(1, double.NaN, "Reminders.Ratios")]
    public void Settings_that_remind_never_or_always_are_refused(int days, double ratio, string mistake)
    {
        var settings = new TenantSettings { Reminders = new() { After = [days * Day], Ratios = [ratio] } };

        Assert.StartsWith(mistake, Assert.Single(TenantSettingsRules.Mistakes(settings)), StringComparison.Ordinal);
    }

    private static TenantSettings With(ReminderSettings reminders, int lifetime) =>
        new() { Reminders = reminders, Expiry = new() { Member = lifetime * Day } };

    private static Task<int> RemindAsync(TestHost host) =>
        host.RunAsync<IInvitationMaintenance, int>(it => it.RemindAsync(TestContext.Current.CancellationToken));

    private static async Task AdministerAsync(TestHost host, Func<IInvitationAdministration, Task<AdministrationResult>> change) =>
        Assert.Empty((await host.RunAsync(change)).Errors);

    private sealed class Switchable : ITenantSettingsProvider
    {
        public TenantSettings Settings { get; set; } = new();

        public string? Broken { get; set; }

        public ValueTask<TenantSettings> GetSettingsAsync(TenantSettingsContext context, CancellationToken cancellationToken) =>
            new(context.Tenant.Value == Broken ? new TenantSettings { BatchSize = 0 } : Settings);
    }

    private sealed class AtOnce : IReminderPolicy
    {
        public ValueTask PlanAsync(ReminderContext context, CancellationToken cancellationToken)
        {
            context.Plans[0].RemindAt(context.Now);
            return default;
        }
    }
}
