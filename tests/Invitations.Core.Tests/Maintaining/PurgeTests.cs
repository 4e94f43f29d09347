using Invitations.Stores;
using Invitations.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Invitations.Tests.Maintaining;

public sealed class PurgeTests
{
    [Fact]
    public async Task An_idempotency_key_is_remembered_for_as_long_as_the_options_say()
    {
        using var host = new TestHost();
        var options = new InviteOptions { IdempotencyKey = "import-1" };
        var first = await host.InviteAsync(People.Person(1), options);
        host.Clock.Advance(TimeSpan.FromDays(30) - TimeSpan.FromMicroseconds(1));

        Assert.Equal(0, await PurgeAsync(host));
        Assert.Equal(first.InvitationId, (await host.InviteAsync(People.Person(1), options)).InvitationId);

        host.Clock.Advance(TimeSpan.FromMicroseconds(1));
        Assert.Equal(1, await PurgeAsync(host));
        Assert.NotEqual(first.InvitationId, (await host.InviteAsync(People.Person(1), options)).InvitationId);
    }

    [Fact]
    public async Task Windows_of_attempts_that_have_ended_are_dropped()
    {
        using var host = new TestHost();
        await host.RunAsync<IAttemptStore, DateTimeOffset?>(it => it.TryTakeAsync(
            new("key", 5, TimeSpan.FromMinutes(15), host.Clock.GetUtcNow()), TestContext.Current.CancellationToken));

        Assert.Equal(0, await PurgeAsync(host));
        host.Clock.Advance(TimeSpan.FromMinutes(15));
        Assert.Equal(1, await PurgeAsync(host));
        Assert.Equal(0, await PurgeAsync(host));
    }

    [Fact]
    public async Task One_call_does_a_step_of_everything_until_nothing_is_left()
    {
        using var host = new TestHost();
        await host.InviteAsync(People.Of(2), new() { IdempotencyKey = "k" });
        host.Clock.Advance(TimeSpan.FromDays(3));
        Assert.Equal(2, await RunOnceAsync(host));
        host.Clock.Advance(TimeSpan.FromDays(30));

        Assert.Equal(3, await RunOnceAsync(host));
        Assert.Equal(0, await RunOnceAsync(host));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(10_001, 1)]
    [InlineData(1, 0)]
    public async Task Options_without_bounds_are_refused(int batchSize, int days)
    {
        using var host = new TestHost(wire: builder => builder.Services.Configure<MaintenanceOptions>(o =>
            (o.BatchSize, o.IdempotencyKept) = (batchSize, TimeSpan.FromDays(days))));

        var failure = await Assert.ThrowsAsync<OptionsValidationException>(() => RunOnceAsync(host));

        Assert.StartsWith("INV005: MaintenanceOptions.", failure.Message, StringComparison.Ordinal);
    }

    private static Task<int> PurgeAsync(TestHost host) =>
        host.RunAsync<IInvitationMaintenance, int>(it => it.PurgeAsync(TestContext.Current.CancellationToken));

    private static Task<int> RunOnceAsync(TestHost host) =>
        host.RunAsync<IInvitationMaintenance, int>(it => it.RunOnceAsync(TestContext.Current.CancellationToken));
}
