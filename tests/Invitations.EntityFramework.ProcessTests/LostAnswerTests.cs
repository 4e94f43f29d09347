using System.Data.Common;
using Invitations.EntityFramework.ProcessTests.Network;
using Invitations.EntityFramework.ProcessTests.Processes;
using Invitations.EntityFramework.Worker;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Invitations.EntityFramework.ProcessTests;

/// <summary>The connection is cut after COMMIT: it is done, and the caller gets an exception.</summary>
public sealed class LostAnswerTests
{
    private static readonly Acceptor Ana = Acceptor.User("user-ana", ["ana@example.com"]);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Accepting_again_after_a_lost_answer_tells_that_it_was_done_and_joins_nobody_twice()
    {
        await using var database = await WorkerDatabase.CreateAsync(Cancellation);
        await using var proxy = ProxyTo(database);
        await using var node = NodeBehind(proxy, database, retries: false);
        var (_, token) = await database.InviteAsync("ana@example.com", Cancellation);

        proxy.CutAfterNextCommit();
        await Assert.ThrowsAnyAsync<DbException>(() => AcceptAsync(node, token));
        var again = await AcceptAsync(node, token);

        Assert.Equal(1, proxy.Cuts);
        Assert.True(again.Acceptance!.IsRepeat);
        Assert.Equal(1L, await database.ReadAsync<long>("""SELECT count(*) FROM "Memberships" """, Cancellation));
    }

    [Fact]
    public async Task Accepting_under_a_strategy_that_retries_joins_nobody_twice()
    {
        await using var database = await WorkerDatabase.CreateAsync(Cancellation);
        await using var proxy = ProxyTo(database);
        await using var node = NodeBehind(proxy, database, retries: true);
        var (_, token) = await database.InviteAsync("ana@example.com", Cancellation);

        proxy.CutAfterNextCommit();
        var accepted = await AcceptAsync(node, token);

        Assert.Equal(1, proxy.Cuts);
        Assert.Equal("user-ana", accepted.Acceptance!.UserId);
        Assert.Equal(1L, await database.ReadAsync<long>("""SELECT count(*) FROM "Memberships" """, Cancellation));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(500)]
    public async Task Inviting_again_under_the_same_key_gives_the_first_result(int people)
    {
        await using var database = await WorkerDatabase.CreateAsync(Cancellation);
        await using var proxy = ProxyTo(database);
        await using var node = NodeBehind(proxy, database, retries: false);

        proxy.CutAfterNextCommit();
        await Assert.ThrowsAnyAsync<DbException>(() => InviteAsync(node, people));
        var again = await InviteAsync(node, people);

        Assert.Equal(1, proxy.Cuts);
        Assert.Equal(people, again.Count(InviteOutcome.Invited));
        var stored = await database.ReadAsync<Guid[]>("SELECT array_agg(id) FROM invitations", Cancellation);
        Assert.Equal(stored.Order(), again.Rows.Select(row => row.InvitationId!.Value).Order());
        Assert.Equal((long)people, await database.ReadAsync<long>("SELECT count(*) FROM invitation_deliveries", Cancellation));
    }

    private static CuttingProxy ProxyTo(WorkerDatabase database) => new(new NpgsqlConnectionStringBuilder(database.Options.ConnectionString).Port);

    private static ServiceProvider NodeBehind(CuttingProxy proxy, WorkerDatabase database, bool retries)
    {
        var connection = new NpgsqlConnectionStringBuilder(database.Options.ConnectionString) { Port = proxy.Port };
        return WorkerHost.Build(database.Options with { ConnectionString = connection.ConnectionString, Retries = retries });
    }

    private static async Task<AcceptResult> AcceptAsync(ServiceProvider node, string token)
    {
        await using var scope = node.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IInvitationAcceptance>().AcceptAsync(token, Ana, cancellationToken: Cancellation);
    }

    private static async Task<BulkInviteResult> InviteAsync(ServiceProvider node, int people)
    {
        await using var scope = node.CreateAsyncScope();
        var invites = Enumerable.Range(0, people).Select(number => new Invite($"person{number}@example.com")).ToList();
        return await scope.ServiceProvider.GetRequiredService<IInvitationService>().InviteManyAsync(
            WorkerHost.Tenant, invites, WorkerHost.Admin, new InviteOptions { IdempotencyKey = "retry-me" }, Cancellation);
    }
}
