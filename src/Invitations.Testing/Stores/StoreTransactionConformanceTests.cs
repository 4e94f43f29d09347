using Invitations.Stores;

namespace Invitations.Testing;

/// <summary>Transactions: all or nothing, seen by nobody else before their commit, and joined by those within.</summary>
/// <param name="fixture">The store under test.</param>
public abstract class StoreTransactionConformanceTests(StoreFixture fixture) : StoreConformanceTests(fixture)
{
    private readonly TransactionProbe _probe = new();

    [Fact]
    public async Task A_commit_keeps_everything_and_gives_the_value()
    {
        await using var session = await OpenAsync();

        var value = await session.Transaction.ExecuteAsync(
            async token =>
            {
                await _probe.WriteAsync(session, token);
                return TransactionOutcome.Commit(42);
            },
            Cancellation);

        Assert.Equal(42, value);
        Assert.Equal(TransactionProbe.Everything, await SeenOutsideAsync());
    }

    [Fact]
    public async Task A_rollback_leaves_nothing_and_gives_the_value()
    {
        await using var session = await OpenAsync();

        var value = await session.Transaction.ExecuteAsync(
            async token =>
            {
                await _probe.WriteAsync(session, token);
                return TransactionOutcome.Rollback(42);
            },
            Cancellation);

        Assert.Equal(42, value);
        Assert.Empty(await SeenOutsideAsync());
    }

    [Fact]
    public async Task An_exception_leaves_nothing_and_propagates()
    {
        await using var session = await OpenAsync();
        var thrown = new InvalidDataException("from the work");

        var caught = await Assert.ThrowsAsync<InvalidDataException>(() => session.Transaction.ExecuteAsync<int>(
            async token =>
            {
                await _probe.WriteAsync(session, token);
                throw thrown;
            },
            Cancellation));

        Assert.Same(thrown, caught);
        Assert.Empty(await SeenOutsideAsync());
    }

    [Fact]
    public async Task A_cancelled_transaction_leaves_nothing()
    {
        await using var session = await OpenAsync();
        using var caller = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => session.Transaction.ExecuteAsync(
            async token =>
            {
                await _probe.WriteAsync(session, token);
                await caller.CancelAsync();
                return TransactionOutcome.Commit(0);
            },
            caller.Token));

        Assert.Empty(await SeenOutsideAsync());
    }

    [Fact]
    public async Task A_session_sees_its_own_writes_and_nobody_else_does_before_the_commit()
    {
        await using var session = await OpenAsync();
        await using var other = await OpenAsync();

        await session.Transaction.ExecuteAsync(
            async token =>
            {
                await _probe.WriteAsync(session, token);
                Assert.Equal(TransactionProbe.Everything, await _probe.SeenAsync(session, token));
                if (Fixture.ReadersNeverWait)
                    Assert.Empty(await _probe.SeenAsync(other, token));
                return TransactionOutcome.Commit(0);
            },
            Cancellation);

        Assert.Equal(TransactionProbe.Everything, await _probe.SeenAsync(other, Cancellation));
        Assert.Equal(TransactionProbe.Everything, await _probe.SeenAsync(session, Cancellation));
    }

    [Fact]
    public async Task Changes_are_seen_inside_at_once_and_outside_after_the_commit()
    {
        var invitation = _probe.Invitation;
        await AddAsync(invitation);
        await using var session = await OpenAsync();
        var acceptance = SampleInvitations.Acceptance(invitation);

        await session.Transaction.ExecuteAsync(
            async token =>
            {
                Assert.Equal([ChangeOutcome.Applied], await session.Invitations.ChangeAsync([acceptance], token));
                Assert.Equal([ChangeOutcome.Stale], await session.Invitations.ChangeAsync([acceptance], token));
                Assert.Equal(InvitationStatus.Accepted, (await session.Invitations.FindByTokenAsync(invitation.Id, token))?.Status);
                Assert.Empty(await session.Invitations.FindOpenAsync(invitation.Tenant, [.. UniqueKey.Of(invitation)], token));
                if (Fixture.ReadersNeverWait)
                    Fields.AreEqual(invitation, await ReadAsync(invitation));
                return TransactionOutcome.Commit(0);
            },
            Cancellation);

        Fields.AreEqual(acceptance.Updated, await ReadAsync(invitation));
    }

    [Fact]
    public async Task Deliveries_can_be_claimed_and_cancelled_in_the_transaction_that_queued_them()
    {
        await using var session = await OpenAsync();

        await session.Transaction.ExecuteAsync(
            async token =>
            {
                await _probe.WriteAsync(session, token);
                Assert.Single(await session.Deliveries.ClaimAsync(SampleDeliveries.Claim(_probe.Channel), token));
                Assert.Equal(1, await session.Deliveries.CancelAsync(_probe.Invitation.Tenant, [_probe.Invitation.Id], SampleInvitations.Now, token));
                return TransactionOutcome.Commit(0);
            },
            Cancellation);

        Assert.Empty(await session.Deliveries.ClaimAsync(SampleDeliveries.Claim(_probe.Channel) with { Now = SampleInvitations.Now.AddDays(1) }, Cancellation));
    }

    [Fact]
    public async Task A_claim_that_rolls_back_holds_nothing()
    {
        await using var session = await OpenAsync();
        await _probe.WriteAsync(session, Cancellation);

        await session.Transaction.ExecuteAsync(
            async token =>
            {
                Assert.Single(await session.Deliveries.ClaimAsync(SampleDeliveries.Claim(_probe.Channel), token));
                return TransactionOutcome.Rollback(0);
            },
            Cancellation);

        var claimed = Assert.Single(await session.Deliveries.ClaimAsync(SampleDeliveries.Claim(_probe.Channel), Cancellation));
        Assert.Equal((1, 1L), (claimed.Attempts, claimed.Fence));
    }

    [Fact]
    public async Task A_session_goes_on_after_a_rollback_and_after_an_exception()
    {
        await using var session = await OpenAsync();
        await session.Transaction.ExecuteAsync(
            async token =>
            {
                await _probe.WriteAsync(session, token);
                return TransactionOutcome.Rollback(0);
            },
            Cancellation);
        Assert.Empty(await _probe.SeenAsync(session, Cancellation));
        await Assert.ThrowsAsync<InvalidDataException>(() => session.Transaction.ExecuteAsync<int>(
            async token =>
            {
                await _probe.WriteAsync(session, token);
                throw new InvalidDataException();
            },
            Cancellation));
        Assert.Empty(await _probe.SeenAsync(session, Cancellation));

        await session.Transaction.ExecuteAsync(
            async token =>
            {
                await _probe.WriteAsync(session, token);
                return TransactionOutcome.Commit(0);
            },
            Cancellation);

        Assert.Equal(TransactionProbe.Everything, await SeenOutsideAsync());
    }

    [Fact]
    public async Task Outside_a_transaction_each_call_is_kept_by_itself()
    {
        await using (var session = await OpenAsync())
            await _probe.WriteAsync(session, Cancellation);

        Assert.Equal(TransactionProbe.Everything, await SeenOutsideAsync());
    }

    [Fact]
    public async Task A_call_that_was_cancelled_before_it_began_writes_nothing()
    {
        await using var session = await OpenAsync();
        var cancelled = new CancellationToken(canceled: true);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => session.Invitations.AddAsync([_probe.Invitation], cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => session.Transaction.ExecuteAsync(
            _ => Task.FromResult(TransactionOutcome.Commit(0)), cancelled));

        Assert.Empty(await SeenOutsideAsync());
    }

    private async Task<IReadOnlyList<string>> SeenOutsideAsync()
    {
        await using var session = await OpenAsync();
        return await _probe.SeenAsync(session, Cancellation);
    }
}
