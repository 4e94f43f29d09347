using Invitations.Stores;

namespace Invitations.Testing;

/// <summary>Transactions inside transactions of the same session: they are one, and the outermost decides.</summary>
/// <param name="fixture">The store under test.</param>
public abstract class NestedTransactionConformanceTests(StoreFixture fixture) : StoreConformanceTests(fixture)
{
    private readonly TransactionProbe _outer = new();
    private readonly TransactionProbe _inner = new();

    [Fact]
    public async Task A_nested_commit_is_kept_with_the_outer_one()
    {
        var value = await RunAsync(isInnerCommit: true, isOuterCommit: true);

        Assert.Equal("outer after inner", value);
        Assert.Equal((TransactionProbe.Everything.Count, TransactionProbe.Everything.Count), await SeenAsync());
    }

    [Fact]
    public async Task A_nested_commit_is_gone_where_the_outer_one_rolls_back()
    {
        await RunAsync(isInnerCommit: true, isOuterCommit: false);

        Assert.Equal((0, 0), await SeenAsync());
    }

    [Fact]
    public async Task A_nested_commit_is_not_seen_outside_before_the_outer_one()
    {
        await using var session = await OpenAsync();
        await session.Transaction.ExecuteAsync(
            async token =>
            {
                await WriteAsync(session, _inner, isCommit: true, token);
                if (Fixture.ReadersNeverWait)
                    Assert.Equal((0, 0), await SeenAsync());
                Assert.Equal(TransactionProbe.Everything, await _inner.SeenAsync(session, token));
                return TransactionOutcome.Commit(0);
            },
            Cancellation);

        Assert.Equal((0, TransactionProbe.Everything.Count), await SeenAsync());
    }

    [Fact]
    public async Task A_nested_rollback_rolls_the_whole_back()
    {
        await RunAsync(isInnerCommit: false, isOuterCommit: false);

        Assert.Equal((0, 0), await SeenAsync());
    }

    [Fact]
    public async Task A_commit_over_a_nested_rollback_is_an_error_and_keeps_nothing()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => RunAsync(isInnerCommit: false, isOuterCommit: true));

        Assert.Equal((0, 0), await SeenAsync());
    }

    [Fact]
    public async Task A_commit_over_a_nested_exception_is_an_error_and_keeps_nothing()
    {
        await using var session = await OpenAsync();

        await Assert.ThrowsAsync<InvalidOperationException>(() => session.Transaction.ExecuteAsync(
            async token =>
            {
                await _outer.WriteAsync(session, token);
                await Assert.ThrowsAsync<InvalidDataException>(() => session.Transaction.ExecuteAsync<int>(
                    async inner =>
                    {
                        await _inner.WriteAsync(session, inner);
                        throw new InvalidDataException();
                    },
                    token));
                return TransactionOutcome.Commit(0);
            },
            Cancellation));

        Assert.Equal((0, 0), await SeenAsync());
    }

    [Fact]
    public async Task A_session_goes_on_after_a_nested_rollback()
    {
        await using var session = await OpenAsync();
        await session.Transaction.ExecuteAsync(
            async token =>
            {
                await WriteAsync(session, _inner, isCommit: false, token);
                return TransactionOutcome.Rollback(0);
            },
            Cancellation);

        await WriteAsync(session, _outer, isCommit: true, Cancellation);

        Assert.Equal((TransactionProbe.Everything.Count, 0), await SeenAsync());
    }

    private static Task<string> WriteAsync(StoreSession session, TransactionProbe probe, bool isCommit, CancellationToken cancellationToken) =>
        session.Transaction.ExecuteAsync(
            async token =>
            {
                await probe.WriteAsync(session, token);
                return isCommit ? TransactionOutcome.Commit("inner") : TransactionOutcome.Rollback("inner");
            },
            cancellationToken);

    private async Task<string> RunAsync(bool isInnerCommit, bool isOuterCommit)
    {
        await using var session = await OpenAsync();
        return await session.Transaction.ExecuteAsync(
            async token =>
            {
                await _outer.WriteAsync(session, token);
                var value = $"outer after {await WriteAsync(session, _inner, isInnerCommit, token)}";
                return isOuterCommit ? TransactionOutcome.Commit(value) : TransactionOutcome.Rollback(value);
            },
            Cancellation);
    }

    private async Task<(int Outer, int Inner)> SeenAsync()
    {
        await using var session = await OpenAsync();
        return ((await _outer.SeenAsync(session, Cancellation)).Count, (await _inner.SeenAsync(session, Cancellation)).Count);
    }
}
