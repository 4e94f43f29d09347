using System.Runtime.CompilerServices;
using Invitations.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Invitations.Tests.Inviting;

public sealed class StreamTests : IDisposable
{
    private readonly TestHost _host = new(options: options => options.ChunkSize = 10);

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task Results_come_in_the_order_of_the_stream_with_one_batch()
    {
        var rows = await _host.InviteStreamAsync(People.Of(35).ToAsyncEnumerable());

        Assert.Equal(Enumerable.Range(1, 35), rows.Select(row => row.Row));
        Assert.Equal(Enumerable.Range(1, 35).Select(People.Email), rows.Select(row => row.Recipient?.Email));
        var content = await _host.ReadAsync();
        Assert.NotNull(Assert.Single(content.Invitations.Select(invitation => invitation.BatchId).Distinct()));
        Assert.Equal(Enumerable.Range(1, 35), content.Invitations.OrderBy(invitation => invitation.BatchRow).Select(invitation => invitation.BatchRow!.Value));
    }

    [Fact]
    public async Task Never_more_than_a_chunk_is_read_ahead()
    {
        var read = 0;
        var seen = 0;
        await using var scope = _host.Scope();
        var service = scope.ServiceProvider.GetRequiredService<IInvitationService>();

        await foreach (var result in service.InviteStreamAsync(TestHost.Acme, CountedAsync(100), TestHost.Admin, null, TestContext.Current.CancellationToken))
        {
            seen++;
            Assert.InRange(read - seen, 0, 10);
            if (seen == 25)
                break;
        }

        Assert.Equal(30, read);
        Assert.Equal(30, (await _host.ReadAsync()).Invitations.Count);

        async IAsyncEnumerable<Invite> CountedAsync(int count)
        {
            foreach (var invite in People.Of(count))
            {
                read++;
                yield return invite;
                await Task.Yield();
            }
        }
    }

    [Fact]
    public async Task Cancellation_between_chunks_leaves_whole_chunks()
    {
        using var cancellation = new CancellationTokenSource();
        await using var scope = _host.Scope();
        var service = scope.ServiceProvider.GetRequiredService<IInvitationService>();
        var seen = 0;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var result in service.InviteStreamAsync(TestHost.Acme, People.Of(50).ToAsyncEnumerable(), TestHost.Admin, null, cancellation.Token))
            {
                if (++seen == 15)
                    await cancellation.CancelAsync();
            }
        });

        Assert.Equal(20, seen);
        var content = await _host.ReadAsync();
        Assert.Equal(20, content.Invitations.Count);
        Assert.Equal(20, content.Deliveries.Count);
    }

    [Fact]
    public async Task A_source_that_fails_leaves_the_chunks_before_it_and_its_exception_comes_through()
    {
        await Assert.ThrowsAsync<FormatException>(() => _host.InviteStreamAsync(BrokenAsync(TestContext.Current.CancellationToken)));

        Assert.Equal(20, (await _host.ReadAsync()).Invitations.Count);

        static async IAsyncEnumerable<Invite> BrokenAsync([EnumeratorCancellation] CancellationToken cancellationToken)
        {
            foreach (var invite in People.Of(25))
                yield return invite;
            await Task.Yield();
            throw new FormatException();
        }
    }

    [Fact]
    public async Task A_chunk_that_fails_leaves_the_chunks_before_it()
    {
        var chunks = 0;
        _host.Calls.Before = call => call.Name == "Deliveries.Add" && ++chunks == 3 ? throw new TimeoutException() : Task.CompletedTask;

        await Assert.ThrowsAsync<TimeoutException>(() => _host.InviteStreamAsync(People.Of(50).ToAsyncEnumerable()));

        var content = await _host.ReadAsync();
        Assert.Equal((20, 20), (content.Invitations.Count, content.Deliveries.Count));
    }

    [Fact]
    public async Task Who_is_invited_is_not_remembered_by_the_stream_but_by_the_store()
    {
        var settings = new TenantSettings { BatchSize = 2_000 };
        using var host = new TestHost(settings, options => options.ChunkSize = 100);
        var rows = await host.InviteStreamAsync(People.Of(1_000).Concat(People.Of(1_000)).ToAsyncEnumerable());

        Assert.All(rows.Take(1_000), row => row.AssertSucceeded());
        Assert.Equal(Enumerable.Range(1, 1_000), rows.Skip(1_000).Select(row => (int)Assert.Single(row.Errors).Arguments["row"]));
    }
}
