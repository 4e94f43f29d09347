using Invitations.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Invitations.Tests.Policies;

public sealed class BatchSizeTests
{
    private static readonly TenantSettings Five = new() { BatchSize = 5 };

    [Fact]
    public async Task A_list_up_to_the_limit_is_invited()
    {
        using var host = new TestHost(Five);

        Assert.True((await host.InviteAsync(People.Of(5))).Succeeded);
    }

    [Theory]
    [InlineData(BatchMode.ValidRowsOnly)]
    [InlineData(BatchMode.AllOrNothing)]
    public async Task A_list_past_the_limit_is_refused_as_a_whole(BatchMode mode)
    {
        using var host = new TestHost(Five);

        var result = await host.InviteAsync(People.Of(6), new InviteOptions { Mode = mode });

        Assert.Empty(result.Rows);
        Assert.Null(result.BatchId);
        ResultAssertions.AssertError(Assert.Single(result.Errors), "batch.too_large", null, ("limit", 5), ("count", 6));
        Assert.Empty((await host.ReadAsync()).Invitations);
    }

    [Fact]
    public async Task An_empty_list_is_refused_and_an_empty_stream_has_no_results()
    {
        using var host = new TestHost(Five);

        var result = await host.InviteAsync([]);

        Assert.False(result.Succeeded);
        ResultAssertions.AssertError(Assert.Single(result.Errors), "batch.empty", null);
        Assert.Empty(await host.InviteStreamAsync(AsyncEnumerable.Empty<Invite>()));
        Assert.Empty(await host.InviteStreamAsync(AsyncEnumerable.Empty<Invite>(), new InviteOptions { Mode = BatchMode.AllOrNothing }));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(100)]
    public async Task A_stream_is_invited_up_to_the_limit_and_refused_from_there(int chunkSize)
    {
        using var host = new TestHost(Five, options => options.ChunkSize = chunkSize);

        var rows = await host.InviteStreamAsync(People.Of(8).ToAsyncEnumerable());

        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8], rows.Select(row => row.Row));
        Assert.All(rows.Take(5), row => row.AssertSucceeded());
        for (var position = 6; position <= 8; position++)
            rows[position - 1].AssertRefused("batch.too_large", null, ("limit", 5), ("count", position));
        Assert.Equal(5, (await host.ReadAsync()).Invitations.Count);
    }

    [Fact]
    public async Task A_stream_as_long_as_the_limit_is_read_to_its_end()
    {
        using var host = new TestHost(Five, options => options.ChunkSize = 2);

        Assert.Equal(5, (await host.InviteStreamAsync(People.Of(5).ToAsyncEnumerable())).Count(row => row.Succeeded));
    }

    [Fact]
    public async Task An_all_or_nothing_stream_past_the_limit_is_refused_row_by_row_and_not_kept()
    {
        using var host = new TestHost(Five);

        var rows = await host.InviteStreamAsync(People.Of(7).ToAsyncEnumerable(), new InviteOptions { Mode = BatchMode.AllOrNothing });

        Assert.Equal([1, 2, 3, 4, 5, 6, 7], rows.Select(row => row.Row));
        rows[0].AssertRefused("batch.too_large", null, ("limit", 5), ("count", 6));
        rows[6].AssertRefused("batch.too_large", null, ("limit", 5), ("count", 7));
        Assert.Empty((await host.ReadAsync()).Invitations);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-7)]
    [InlineData(int.MinValue)]
    public async Task A_policy_that_allows_nothing_allows_nothing(int limit)
    {
        Fixed.Limit.Value = limit;
        using var host = new TestHost(wire: builder => builder.ReplacePolicy<IBatchSizePolicy, Fixed>());

        ResultAssertions.AssertError(Assert.Single((await host.InviteAsync(People.Of(1))).Errors), "batch.too_large", null, ("limit", 0), ("count", 1));
        (await host.InviteStreamAsync(People.Of(1).ToAsyncEnumerable())).Single().AssertRefused("batch.too_large", null, ("limit", 0), ("count", 1));
        (await host.InviteStreamAsync(People.Of(1).ToAsyncEnumerable(), new InviteOptions { Mode = BatchMode.AllOrNothing })).Single()
            .AssertRefused("batch.too_large", null, ("limit", 0), ("count", 1));
    }

    [Fact]
    public async Task The_largest_limit_there_is_overflows_nowhere()
    {
        Fixed.Limit.Value = int.MaxValue;
        using var host = new TestHost(options: options => options.ChunkSize = 3, wire: builder => builder.ReplacePolicy<IBatchSizePolicy, Fixed>());

        Assert.Equal(10, (await host.InviteStreamAsync(People.Of(10).ToAsyncEnumerable())).Count(row => row.Succeeded));
        Assert.True((await host.InviteAsync(People.Of(10, from: 11))).Succeeded);
        Assert.Equal(10, (await host.InviteStreamAsync(People.Of(10, from: 21).ToAsyncEnumerable(), new InviteOptions { Mode = BatchMode.AllOrNothing })).Count(row => row.Succeeded));
    }

    private sealed class Fixed : IBatchSizePolicy
    {
        public static readonly AsyncLocal<int> Limit = new();

        public ValueTask<int> GetLimitAsync(BatchSizeContext context, CancellationToken cancellationToken) => new(Limit.Value);
    }
}
