using Invitations.Stores;
using Invitations.Stores.InMemory;
using Invitations.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Invitations.Tests.Stores.InMemory;

public sealed class InMemorySessionTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_handler_that_writes_through_another_scope_is_told_so_after_30_seconds()
    {
        var time = new SteppedTime();
        await using var services = InMemoryServices.Build(time);
        await using var outer = StoreSession.From(services);
        await using var other = StoreSession.From(services);
        var invitation = SampleInvitations.Pending(SampleInvitations.NewTenant());

        var thrown = await Assert.ThrowsAsync<TimeoutException>(() => outer.Transaction.ExecuteAsync(
            async token =>
            {
                var waiting = other.Invitations.AddAsync([invitation], token);
                time.Advance(TimeSpan.FromSeconds(30) - TimeSpan.FromTicks(1));
                Assert.False(waiting.IsCompleted);
                time.Advance(TimeSpan.FromTicks(1));
                await waiting;
                return TransactionOutcome.Commit(0);
            },
            Cancellation));

        Assert.Contains("another service scope", thrown.Message, StringComparison.Ordinal);
        Assert.Empty(await other.Invitations.AddAsync([invitation], Cancellation));
    }

    [Fact]
    public async Task A_writer_that_waits_can_be_cancelled()
    {
        await using var services = InMemoryServices.Build();
        await using var outer = StoreSession.From(services);
        await using var other = StoreSession.From(services);
        using var impatient = new CancellationTokenSource();

        await outer.Transaction.ExecuteAsync(
            async _ =>
            {
                var waiting = other.Attempts.GiveBackAsync("key", impatient.Token);
                await impatient.CancelAsync();
                var thrown = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
                Assert.Equal(impatient.Token, thrown.CancellationToken);
                return TransactionOutcome.Commit(0);
            },
            Cancellation);

        await other.Attempts.GiveBackAsync("key", Cancellation);
    }

    [Fact]
    public async Task Two_callers_in_one_scope_have_a_transaction_each()
    {
        await using var services = InMemoryServices.Build();
        await using var shared = StoreSession.From(services);
        var (first, second) = (SampleInvitations.Pending("acme"), SampleInvitations.Pending("acme"));
        var (isFirstIn, isFirstFree) = (new TaskCompletionSource(), new TaskCompletionSource());

        var rolledBack = shared.Transaction.ExecuteAsync(
            async token =>
            {
                await shared.Invitations.AddAsync([first], token);
                isFirstIn.SetResult();
                await isFirstFree.Task;
                return TransactionOutcome.Rollback(0);
            },
            Cancellation);
        await isFirstIn.Task;
        Assert.Null(await shared.Invitations.FindByTokenAsync(first.Id, Cancellation));
        var added = shared.Invitations.AddAsync([second], Cancellation);
        Assert.False(added.IsCompleted);
        isFirstFree.SetResult();
        await rolledBack;
        await added;

        Assert.Null(await shared.Invitations.FindByTokenAsync(first.Id, Cancellation));
        Assert.NotNull(await shared.Invitations.FindByTokenAsync(second.Id, Cancellation));
    }

    [Fact]
    public async Task What_the_work_left_behind_writes_in_a_transaction_of_its_own()
    {
        await using var services = InMemoryServices.Build();
        await using var session = StoreSession.From(services);
        var invitation = SampleInvitations.Pending("acme");
        var hasEnded = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Task? leftBehind = null;

        await session.Transaction.ExecuteAsync(
            _ =>
            {
                leftBehind = AddLaterAsync();
                return Task.FromResult(TransactionOutcome.Rollback(0));
            },
            Cancellation);
        hasEnded.SetResult();
        await leftBehind!;

        await using var other = StoreSession.From(services);
        Assert.NotNull(await other.Invitations.FindByTokenAsync(invitation.Id, Cancellation));

        async Task AddLaterAsync()
        {
            await hasEnded.Task;
            await session.Invitations.AddAsync([invitation], Cancellation);
        }
    }

    [Fact]
    public async Task A_statement_that_fails_dooms_its_transaction_even_where_the_exception_is_caught()
    {
        await using var services = InMemoryServices.Build();
        await using var session = StoreSession.From(services);
        var (stored, added) = (SampleInvitations.Pending("acme"), SampleInvitations.Pending("acme"));
        await session.Invitations.AddAsync([stored], Cancellation);

        await Assert.ThrowsAsync<InvalidOperationException>(() => session.Transaction.ExecuteAsync(
            async token =>
            {
                await Assert.ThrowsAsync<ArgumentException>(() => session.Invitations.AddAsync([added, stored], token));
                return TransactionOutcome.Commit(0);
            },
            Cancellation));

        Assert.Null(await session.Invitations.FindByTokenAsync(added.Id, Cancellation));
    }

    [Fact]
    public async Task Ended_windows_of_attempts_are_swept_away()
    {
        await using var services = InMemoryServices.Build();
        await using var session = StoreSession.From(services);
        var attempts = services.GetRequiredService<InMemoryDatabase>().Attempts;
        var request = SampleRecords.Attempt("key");
        for (var caller = 0; caller < AttemptTable.FirstSweep; caller++)
            await session.Attempts.TryTakeAsync(request with { Key = $"caller-{caller}", Limit = 1, Now = request.Now.AddMinutes(caller % 2 == 0 ? 0 : 5) }, Cancellation);

        await session.Attempts.TryTakeAsync(request with { Now = request.Now.AddMinutes(10) }, Cancellation);

        Assert.Equal((AttemptTable.FirstSweep / 2) + 1, attempts.Count);
        Assert.NotNull(await session.Attempts.TryTakeAsync(request with { Key = "caller-1", Limit = 1, Now = request.Now.AddMinutes(10) }, Cancellation));
    }
}
