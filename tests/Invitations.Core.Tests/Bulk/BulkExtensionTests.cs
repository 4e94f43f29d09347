using Invitations.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Invitations.Tests.Bulk;

public sealed class BulkExtensionTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private static readonly TenantSettings Generous = new() { Expiry = new() { Member = TimeSpan.FromDays(7), Most = TimeSpan.FromDays(30) } };

    [Fact]
    public async Task Pending_ones_live_longer_with_the_same_secret_and_a_new_reminder()
    {
        using var host = new TestHost(Generous);
        await host.InviteAsync(People.Of(3));
        host.Clock.Advance(TimeSpan.FromDays(5));

        var result = await ExtendAsync(host, TimeSpan.FromDays(20));

        Assert.Equal(new(3, 3, 0, 0), result.Counts);
        var content = await host.ReadAsync();
        Assert.All(content.Invitations, it => Assert.Equal((host.Clock.GetUtcNow().AddDays(20), 1, 1), (it.ExpiresAt!.Value, it.SecretVersion, it.IssueCount)));
        Assert.Equal(3, content.Audit.Count(entry => entry.Action is AuditAction.Extended && entry.Details["former_expiry"] == "2026-11-29T09:00:00.0000000+00:00"));
        Assert.Equal(3, host.Events.All.Count(raised => raised.Kind is InvitationEventKind.Extended));
        Assert.Equal(3, content.Deliveries.Count);
    }

    [Fact]
    public async Task Without_a_lifetime_it_is_the_tenant_s_own()
    {
        using var host = new TestHost();
        await host.InviteAsync(People.Person(1));
        host.Clock.Advance(TimeSpan.FromDays(5));

        await ExtendAsync(host, null);

        Assert.Equal(host.Clock.GetUtcNow().AddDays(7), (await host.ReadAsync()).Invitations[0].ExpiresAt);
    }

    [Fact]
    public async Task What_lives_longer_already_is_unchanged()
    {
        using var host = new TestHost(Generous);
        await host.InviteAsync(People.Person(1), new() { Lifetime = TimeSpan.FromDays(20) });
        await host.InviteAsync(People.Person(2));

        Assert.Equal(new(2, 1, 1, 0), (await ExtendAsync(host, TimeSpan.FromDays(10))).Counts);
        Assert.Equal(new(2, 0, 2, 0), (await ExtendAsync(host, TimeSpan.FromDays(10))).Counts);
    }

    [Theory]
    [InlineData(31)]
    [InlineData(0)]
    [InlineData(-1)]
    public async Task No_lifetime_is_longer_than_the_tenant_allows(int days)
    {
        using var host = new TestHost(Generous);
        await host.InviteAsync(People.Of(2));

        var result = await ExtendAsync(host, TimeSpan.FromDays(days));

        Assert.Equal(2, result.Skipped["lifetime.invalid"]);
        Assert.Equal(0, result.Counts.Done);
    }

    [Fact]
    public async Task What_has_expired_needs_a_reinvite()
    {
        using var host = new TestHost(Generous);
        await host.InviteAsync(People.Person(1));
        host.Clock.Advance(TimeSpan.FromDays(7));

        Assert.Equal(1, (await ExtendAsync(host, TimeSpan.FromDays(10))).Skipped["invitation.expired"]);
        Assert.Equal(FakeClock.Start.AddDays(7), (await host.ReadAsync()).Invitations[0].ExpiresAt);
    }

    [Fact]
    public async Task A_domain_that_is_not_allowed_any_more_is_not_extended()
    {
        using var host = new TestHost(wire: builder => builder.ReplacePolicy<IDomainPolicy, NoExtensions>());
        await host.InviteAsync(People.Person(1));
        host.Clock.Advance(TimeSpan.FromDays(1));

        Assert.Equal(1, (await ExtendAsync(host, null)).Skipped["email.domain_not_allowed"]);
    }

    private static Task<BulkChangeResult> ExtendAsync(TestHost host, TimeSpan? lifetime) =>
        host.RunAsync<IBulkAdministration, BulkChangeResult>(it => it.ExtendAsync(TestHost.Acme, new(), lifetime, TestHost.Admin, null, Cancel));

    private sealed class NoExtensions : RowPolicy, IDomainPolicy
    {
        protected override ValueTask<InvitationError?> JudgeAsync(PolicyContext context, PolicyRow row, CancellationToken cancellationToken) =>
            new(context.Operation is InvitationOperation.Extend ? new InvitationError(InvitationErrorCodes.EmailDomainNotAllowed) : null);
    }
}
