using Invitations.EntityFramework.ProcessTests.Processes;
using Invitations.EntityFramework.Worker;
using Invitations.TestServers;

namespace Invitations.EntityFramework.ProcessTests;

/// <summary>The hosted dispatcher on several nodes that are killed, frozen and restarted, held against what the provider got.</summary>
public sealed class DispatchingNodeTests
{
    private const int InFlight = 8;

    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(4);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Four_nodes_send_five_thousand_messages_exactly_once()
    {
        await using var nodes = await DispatchingNodes.StartAsync(4, 5_000, node => node with { MaxInFlight = 16 }, Cancellation);

        await nodes.UntilSentAsync(5_000, Cancellation);

        var sent = await nodes.SentAsync(Cancellation);
        Assert.Equal(5_000, sent.Count);
        Assert.Equal(5_000, sent.Distinct().Count());
        Assert.Equal(1, await nodes.ReadAsync<int>("SELECT max(attempts) FROM invitation_deliveries", Cancellation));
    }

    [Fact]
    public async Task Nodes_that_are_killed_at_any_moment_lose_nothing_and_send_twice_at_most_what_was_in_flight()
    {
        const int Messages = 3_000;
        const int Kills = 6;
        await using var nodes = await DispatchingNodes.StartAsync(3, Messages, Configure, Cancellation);
        for (var kill = 1; kill <= Kills; kill++)
        {
            await nodes.UntilSentAsync((Messages * kill / (Kills + 2)) + Random.Shared.Next(100), Cancellation);
            var victim = nodes.Nodes[Random.Shared.Next(nodes.Nodes.Count)];
            nodes.Nodes.Remove(victim);
            await victim.KillAsync(Cancellation);
            await nodes.AddAsync(Cancellation);
        }

        await nodes.UntilSentAsync(Messages, Cancellation);

        AssertSent(await nodes.SentAsync(Cancellation), Messages, Kills * InFlight);
    }

    [Fact]
    public async Task Nodes_that_are_frozen_past_their_lease_write_over_nobody_and_send_twice_at_most_what_was_in_flight()
    {
        const int Messages = 1_500;
        const int Freezes = 2;
        await using var nodes = await DispatchingNodes.StartAsync(3, Messages, Configure, Cancellation);
        for (var freeze = 1; freeze <= Freezes; freeze++)
        {
            await nodes.UntilSentAsync(Messages * freeze / (Freezes + 2), Cancellation);
            var frozen = nodes.Nodes[freeze];
            await frozen.FreezeAsync(Cancellation);
            await Task.Delay(Lease + TimeSpan.FromSeconds(1), TimeProvider.System, Cancellation);
            await frozen.ThawAsync(Cancellation);
        }

        await nodes.UntilSentAsync(Messages, Cancellation);
        foreach (var node in nodes.Nodes)
            await node.AskAsync("stop", Cancellation);

        AssertSent(await nodes.SentAsync(Cancellation), Messages, Freezes * InFlight);
        Assert.Equal((long)Messages, await nodes.ReadAsync<long>($"SELECT count(*) FROM invitation_deliveries WHERE status = {(int)DeliveryStatus.Sent}", Cancellation));
    }

    [Fact]
    public async Task A_rolling_restart_sends_nothing_twice_and_leaves_no_lease_behind()
    {
        const int Messages = 2_000;
        await using var nodes = await DispatchingNodes.StartAsync(3, Messages, node => Configure(node) with { Lease = TimeSpan.FromMinutes(5) }, Cancellation);
        foreach (var (node, number) in nodes.Nodes.ToList().Select((node, number) => (node, number)))
        {
            await nodes.UntilSentAsync(Messages * (number + 1) / 6, Cancellation);
            Assert.Equal("stopped", await node.AskAsync("stop", Cancellation));
            await node.KillAsync(Cancellation);
            await nodes.AddAsync(Cancellation);
        }

        await nodes.UntilSentAsync(Messages, Cancellation);

        AssertSent(await nodes.SentAsync(Cancellation), Messages, mostTwice: 0);
        Assert.Equal(1, await nodes.ReadAsync<int>("SELECT max(attempts) FROM invitation_deliveries", Cancellation));
    }

    [Fact]
    public async Task A_server_that_falls_over_loses_no_message_and_none_is_sent_twice()
    {
        Assert.SkipUnless(PostgreSqlServer.Unavailable is null, PostgreSqlServer.Unavailable ?? "");
        const int Messages = 2_000;
        await using var server = await PostgreSqlServer.StartNewAsync(new(), Cancellation);
        await using var nodes = await DispatchingNodes.StartAsync(
            2, Messages, node => Configure(node) with { Lease = TimeSpan.FromSeconds(20) }, Cancellation, server);
        foreach (var share in (int[])[Messages / 6, Messages / 2])
        {
            await nodes.UntilSentAsync(share, Cancellation);
            await server.RestartAsync(PostgreSqlStop.Immediate, Cancellation);
        }

        await nodes.UntilSentAsync(Messages, Cancellation);

        AssertSent(await nodes.SentAsync(Cancellation), Messages, mostTwice: 0);
    }

    private static WorkerOptions Configure(WorkerOptions node) => node with { MaxInFlight = InFlight, Lease = Lease, Latency = TimeSpan.FromMilliseconds(5) };

    /// <summary>Nothing is lost, and what came twice came with the same id and the same token.</summary>
    private static void AssertSent(IReadOnlyList<string> sent, int messages, int mostTwice)
    {
        Assert.Equal(messages, sent.Select(line => line.Split(' ')[0]).Distinct().Count());
        Assert.Equal(messages, sent.Distinct().Count());
        Assert.InRange(sent.Count, messages, messages + mostTwice);
    }
}
