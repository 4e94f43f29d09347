using System.Collections.Concurrent;
using Invitations.EntityFramework.ProcessTests.Processes;
using Invitations.EntityFramework.Worker;
using Invitations.TestServers;

namespace Invitations.EntityFramework.ProcessTests;

public sealed class ServerRestartTests
{
    private const int People = 600;
    private const int Callers = 8;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_server_that_falls_over_under_load_loses_nothing_and_everything_goes_on_by_itself()
    {
        Assert.SkipUnless(PostgreSqlServer.Unavailable is null, PostgreSqlServer.Unavailable ?? "");
        await using var server = await PostgreSqlServer.StartNewAsync(new(), Cancellation);
        await using var database = await WorkerDatabase.CreateAsync(Cancellation, server);
        var acknowledged = new ConcurrentDictionary<string, Guid>();
        var faults = 0;
        using var done = new CancellationTokenSource();

        var inviting = Task.WhenAll(Enumerable.Range(0, Callers).Select(caller => Task.Run(async () =>
        {
            for (var person = caller; person < People; person += Callers)
            {
                var email = $"person{person}@example.com";
                acknowledged[email] = await UntilItWorksAsync(() => InviteAsync(database, email));
            }
        }, Cancellation)));
        var dispatching = Task.Run(async () =>
        {
            while (!done.IsCancellationRequested)
                await UntilItWorksAsync(() => database.CallAsync<IDeliveryDispatcher, int>(dispatcher => dispatcher.RunOnceAsync(Cancellation)));
        }, Cancellation);

        foreach (var share in (int[])[People / 6, People / 2])
        {
            while (acknowledged.Count < share)
                await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System, Cancellation);
            await server.RestartAsync(PostgreSqlStop.Immediate, Cancellation);
        }

        await inviting;
        await done.CancelAsync();
        await dispatching;
        var last = await database.StartWorkerAsync(node => node with { Ahead = TimeSpan.FromHours(1) }, Cancellation);
        await last.AskAsync("dispatch", Cancellation);

        Assert.True(faults > 0, "The restarts met nobody.");
        Assert.Equal(People, acknowledged.Count);
        Assert.Equal((long)People, await database.ReadAsync<long>("SELECT count(*) FROM invitations", Cancellation));
        var ids = await database.ReadAsync<Guid[]>("SELECT array_agg(id) FROM invitations", Cancellation);
        Assert.Equal(ids.Order(), acknowledged.Values.Order());
        Assert.Equal((long)People, await database.ReadAsync<long>($"SELECT count(*) FROM invitation_deliveries WHERE status = {(int)DeliveryStatus.Sent}", Cancellation));

        async Task<T> UntilItWorksAsync<T>(Func<Task<T>> call)
        {
            while (true)
            {
                try
                {
                    return await call();
                }
                catch (Exception exception) when (exception is not OperationCanceledException)
                {
                    Interlocked.Increment(ref faults);
                    await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, Cancellation);
                }
            }
        }
    }

    private static async Task<Guid> InviteAsync(WorkerDatabase database, string email)
    {
        var result = await database.CallAsync<IInvitationService, InviteResult>(service => service.InviteAsync(
            WorkerHost.Tenant, new Invite(email), WorkerHost.Admin, new InviteOptions { IdempotencyKey = email }, Cancellation));
        Assert.True(result.Succeeded, result.ToString());
        return result.InvitationId!.Value;
    }
}
