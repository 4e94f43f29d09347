using Invitations.Stores;
using Microsoft.Extensions.DependencyInjection;
using Snippets;

namespace Invitations.Docs.Tests.Running;

[Collection(ConsoleCollection.Name)]
public sealed class MaintenanceExampleTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Reminders_come_as_the_settings_of_the_page_say()
    {
        await using var host = new ExampleHost(settings: Maintaining.Settings() with { Expiry = new() { Member = TimeSpan.FromDays(10) } });
        var invited = await host.InviteAsync(new("ana@example.com"));
        var reminded = new List<int>();
        for (var day = 1; day <= 10; day++)
        {
            host.Time.Advance(TimeSpan.FromDays(1));
            if (await host.Get<IInvitationMaintenance>().RemindAsync(Cancel) > 0)
                reminded.Add(day);
        }

        Assert.Equal([2, 5, 9], reminded);
        Assert.Equal(3, (await host.Deliveries.ListAsync(host.Tenant, invited.InvitationId!.Value, Cancel)).Count(it => it.Purpose is DeliveryPurpose.Reminder));
    }

    [Fact]
    public async Task A_policy_of_the_host_s_own_reminds_once_and_on_a_weekday()
    {
        await using var host = new ExampleHost(services => services.AddInvitations().ReplacePolicy<IReminderPolicy, WeekdayReminder>());
        var invited = await host.InviteAsync(new("ana@example.com"));

        var due = (await FindAsync(host, invited)).ReminderDueAt!.Value;
        Assert.NotInRange(due.DayOfWeek, DayOfWeek.Saturday, DayOfWeek.Saturday);
        Assert.NotEqual(DayOfWeek.Sunday, due.DayOfWeek);
        host.Time.Advance(due - host.Time.GetUtcNow());
        Assert.Equal(1, await host.Get<IInvitationMaintenance>().RemindAsync(Cancel));
        Assert.Null((await FindAsync(host, invited)).ReminderDueAt);
    }

    [Fact]
    public async Task Failed_messages_are_listed_and_queued_again()
    {
        await using var host = new ExampleHost();
        await host.InviteAsync(new("ana@example.com"));
        var now = host.Time.GetUtcNow();
        var claimed = Assert.Single(await host.Deliveries.ClaimAsync(new() { Now = now, Lease = TimeSpan.FromMinutes(5), Take = 9 }, Cancel));
        await host.Deliveries.ReportAsync([new() { Id = claimed.Id, Fence = claimed.Fence, Status = DeliveryStatus.Failed, At = now, Error = "421" }], Cancel);

        var queued = 0;
        var lines = await Printed.LinesAsync(async () => queued = await Maintaining.RequeueAsync(host.Get<IFailedDeliveries>(), now));

        Assert.Equal([$"{claimed.Id}: 421"], lines);
        Assert.Equal(1, queued);
    }

    [Fact]
    public async Task The_loop_works_off_what_is_due()
    {
        var expired = new FirstExpired();
        await using var host = new ExampleHost(services => services.AddSingleton<IInvitationEventHandler>(expired));
        var invited = await host.InviteAsync(new("ana@example.com"));
        host.Time.Advance(TimeSpan.FromDays(60));
        using var loop = new MaintenanceLoop(host.Get<IServiceScopeFactory>(), host.Time);

        await loop.StartAsync(Cancel);
        var first = await expired.Task.WaitAsync(Cancel);
        await loop.StopAsync(Cancel);

        Assert.Equal((invited.InvitationId, InvitationStatus.Expired), (first.Id, first.Status));
    }

    private static async Task<Invitation> FindAsync(ExampleHost host, InviteResult invited) =>
        (await host.Queries.FindAsync(host.Tenant, invited.InvitationId!.Value, host.Admin, Cancel))!;

    private sealed class FirstExpired : IInvitationEventHandler
    {
        private readonly TaskCompletionSource<Invitation> _first = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<Invitation> Task => _first.Task;

        public ValueTask HandleAsync(InvitationEventContext context, CancellationToken cancellationToken)
        {
            if (context.Events.FirstOrDefault(raised => raised.Kind is InvitationEventKind.Expired) is { } expired)
                _first.TrySetResult(expired.Invitation);
            return default;
        }
    }
}
