using Invitations.Tests.Hosting;

namespace Invitations.Tests.Reminders;

public sealed class QuietHoursTests
{
    private static readonly FieldDefinition ZoneField = new() { Key = "time_zone", Label = "Time zone" };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    // Issued at 9:00 UTC; due after so many hours.
    [Theory]
    [InlineData(12.5, "UTC", "2026-11-22T21:30:00Z")]
    [InlineData(13, "UTC", "2026-11-23T07:00:00Z")]
    [InlineData(20, "UTC", "2026-11-23T07:00:00Z")]
    [InlineData(22, "UTC", "2026-11-23T07:00:00Z")]
    [InlineData(22.5, "UTC", "2026-11-23T07:30:00Z")]
    [InlineData(12.5, "Europe/Brussels", "2026-11-23T06:00:00Z")]
    [InlineData(22, "America/New_York", "2026-11-23T12:00:00Z")]
    public async Task A_reminder_at_night_is_planned_for_the_morning_of_the_person(double hours, string zone, string expected)
    {
        using var host = HostWith(hours, zone);
        var invited = await host.InviteAsync(new Invite("ana@example.com"));

        Assert.Equal(DateTimeOffset.Parse(expected, null), (await host.ReadAsync()).Invitations.Single(it => it.Id == invited.InvitationId).ReminderDueAt);
    }

    [Theory]
    [InlineData("Asia/Tokyo", "2026-11-22T22:00:00Z")]
    [InlineData("nowhere", "2026-11-22T19:00:00Z")]
    public async Task The_time_zone_of_the_person_counts_where_it_is_known(string zone, string expected)
    {
        using var host = HostWith(10, "UTC");
        var invite = new Invite("ana@example.com") { Fields = new Dictionary<string, string> { [ZoneField.Key] = zone } };

        await host.InviteAsync(invite);

        Assert.Equal(DateTimeOffset.Parse(expected, null), Assert.Single((await host.ReadAsync()).Invitations).ReminderDueAt);
    }

    [Fact]
    public async Task What_nobody_worked_off_by_day_waits_for_the_morning()
    {
        using var host = HostWith(5, "UTC");
        await host.InviteAsync(new Invite("ana@example.com"));
        host.Clock.Advance(TimeSpan.FromHours(15));

        Assert.Equal(1, await RemindAsync(host));
        Assert.DoesNotContain((await host.ReadAsync()).Deliveries, it => it.Purpose is DeliveryPurpose.Reminder);
        host.Clock.Advance(TimeSpan.FromHours(7));
        Assert.Equal(1, await RemindAsync(host));

        Assert.Single((await host.ReadAsync()).Deliveries, it => it.Purpose is DeliveryPurpose.Reminder);
        Assert.Null(Assert.Single((await host.ReadAsync()).Invitations).ReminderDueAt);
    }

    [Fact]
    public void An_end_that_the_clocks_pass_over_is_the_next_time_that_there_is()
    {
        var quiet = new QuietHours { From = new(22, 0), Until = new(2, 30), TimeZone = "Europe/Brussels" };

        Assert.Equal(new DateTimeOffset(2027, 3, 28, 1, 0, 0, TimeSpan.Zero), quiet.Quieted(new(2027, 3, 28, 0, 15, 0, TimeSpan.Zero), Profile.Empty));
    }

    private static TestHost HostWith(double hours, string zone) => new(new TenantSettings
    {
        Fields = [ZoneField],
        Reminders = new()
        {
            After = [TimeSpan.FromHours(hours)],
            QuietHours = new() { From = new(22, 0), Until = new(7, 0), TimeZone = zone, TimeZoneField = ZoneField.Key },
        },
    });

    private static Task<int> RemindAsync(TestHost host) => host.RunAsync<IInvitationMaintenance, int>(it => it.RemindAsync(Cancellation));
}
