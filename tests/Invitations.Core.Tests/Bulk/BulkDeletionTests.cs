using Invitations.Stores;
using Invitations.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Invitations.Tests.Bulk;

public sealed class BulkDeletionTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_has_ended_is_deleted_and_its_trail_stays()
    {
        using var host = new TestHost();
        var invited = await host.InviteAsync(People.Of(2));
        var token = await TokenOfAsync(host, invited.Rows[0].InvitationId!.Value);
        await BulkAsync(host, it => it.RevokeAsync(TestHost.Acme, new(), TestHost.Admin, null, Cancel));
        host.Calls.Clear();

        var result = await DeleteAsync(host);

        Assert.Equal(new(2, 2, 0, 0), result.Counts);
        Assert.Equal(1, host.Calls.Count("Sets.Delete"));
        Assert.Empty((await host.ReadAsync()).Invitations);
        await using var scope = host.Scope();
        var trail = await scope.ServiceProvider.GetRequiredService<IAuditStore>().ListAsync(TestHost.Acme, invited.Rows[0].InvitationId, Cancel);
        Assert.Equal("Revoked", trail[^1].Details["status"]);
        Assert.Equal(AuditAction.Deleted, trail[^1].Action);
        Assert.Equal(2, host.Events.All.Count(raised => raised.Kind is InvitationEventKind.Deleted));
        var preview = await scope.ServiceProvider.GetRequiredService<IInvitationAcceptance>().PreviewAsync(token, Cancel);
        Assert.False(preview.Succeeded);
    }

    [Fact]
    public async Task What_is_open_is_not_deleted()
    {
        using var host = new TestHost();
        await host.InviteAsync(People.Of(2));

        Assert.Equal(2, (await DeleteAsync(host)).Skipped["invitation.still_open"]);
        Assert.Equal(2, (await host.ReadAsync()).Open.Count());
    }

    [Fact]
    public async Task What_has_expired_unmarked_is_deleted_with_its_seat()
    {
        using var host = new TestHost(wire: builder => builder.UseSeatPlan<TwoSeats>());
        await host.InviteAsync(People.Of(2));
        host.Clock.Advance(TimeSpan.FromDays(7));

        Assert.Equal(2, (await DeleteAsync(host)).Counts.Done);

        Assert.True((await host.InviteAsync(People.Of(2, from: 3))).Succeeded);
        Assert.False((await host.InviteAsync(People.Person(9))).Succeeded);
    }

    [Fact]
    public async Task Deleting_an_accepted_one_leaves_the_member_the_seat()
    {
        using var host = new TestHost(wire: builder => builder.UseSeatPlan<TwoSeats>());
        var invited = await host.InviteAsync(People.Person(1));
        var token = await TokenOfAsync(host, invited.InvitationId!.Value);
        await host.RunAsync<IInvitationAcceptance, AcceptResult>(it => it.AcceptAsync(token, Acceptor.User("u-1", [People.Email(1)]), cancellationToken: Cancel));

        Assert.Equal(1, (await DeleteAsync(host)).Counts.Done);

        Assert.True((await host.InviteAsync(People.Person(2))).Succeeded);
        Assert.False((await host.InviteAsync(People.Person(3))).Succeeded);
    }

    [Fact]
    public async Task Whoever_could_not_revoke_it_cannot_delete_it()
    {
        using var host = new TestHost(new TenantSettings { Groups = [new("g1"), new("g2")] });
        await host.InviteAsync([new(People.Email(1)) { Groups = ["g1"] }, new(People.Email(2)) { Groups = ["g1", "g2"] }]);
        await BulkAsync(host, it => it.RevokeAsync(TestHost.Acme, new(), TestHost.Admin, null, Cancel));

        var result = await BulkAsync(host, it => it.DeleteAsync(TestHost.Acme, new(), Inviter.GroupAdmin("u-group", ["g1"]), null, Cancel));

        Assert.Equal(new(2, 1, 0, 1), result.Counts);
    }

    private static Task<BulkChangeResult> DeleteAsync(TestHost host) =>
        BulkAsync(host, it => it.DeleteAsync(TestHost.Acme, new(), TestHost.Admin, null, Cancel));

    private static Task<BulkChangeResult> BulkAsync(TestHost host, Func<IBulkAdministration, Task<BulkChangeResult>> work) => host.RunAsync(work);

    private static async Task<string> TokenOfAsync(TestHost host, Guid id) =>
        (await host.RunAsync<IInvitationAdministration, ShowSecretResult>(it => it.ShowSecretAsync(TestHost.Acme, id, TestHost.Admin, Cancel))).Secrets!.Token;

    private sealed class TwoSeats : ISeatPlan
    {
        public ValueTask<SeatLimits> GetLimitsAsync(SeatPlanContext context, CancellationToken cancellationToken) => new(new SeatLimits { Members = 2 });
    }
}
