using Invitations.Stores;

namespace Invitations.Testing;

/// <summary>Transactions that meet: the second writer waits for the first and then sees what became of it.</summary>
/// <param name="fixture">The store under test.</param>
public abstract class TransactionRaceConformanceTests(StoreFixture fixture) : StoreConformanceTests(fixture)
{
    private const int AcceptCallers = 64;

    [Fact]
    public async Task Of_many_acceptances_one_commits_and_the_others_leave_nothing()
    {
        await using var race = await Race.OpenAsync(Fixture, AcceptCallers, Cancellation);
        for (var round = 0; round < Race.Rounds; round++)
        {
            var invitation = SampleInvitations.Pending(SampleInvitations.NewTenant());
            await AddAsync(invitation);

            var won = await race.RunAsync((session, caller) => session.Transaction.ExecuteAsync(
                async token =>
                {
                    // The rows come first, so that only the rollback takes them away again.
                    await session.Audit.AppendAsync([SampleRecords.Entry(invitation) with { Actor = $"user-{caller}" }], token);
                    await session.Deliveries.AddAsync([SampleDeliveries.Waiting(invitation, "race")], token);
                    var outcomes = await session.Invitations.ChangeAsync([SampleInvitations.Acceptance(invitation, $"user-{caller}")], token);
                    return outcomes[0] == ChangeOutcome.Applied ? TransactionOutcome.Commit(true) : TransactionOutcome.Rollback(false);
                },
                Cancellation));

            Assert.Single(won, true);
            var winner = $"user-{Array.IndexOf(won, true)}";
            Assert.Equal(winner, (await ReadAsync(invitation))?.AcceptedBy);
            await using var session = await OpenAsync();
            Assert.Equal(winner, Assert.Single(await session.Audit.ListAsync(invitation.Tenant, invitation.Id, Cancellation)).Actor);
            Assert.Single(await session.Deliveries.ListAsync(invitation.Tenant, invitation.Id, Cancellation));
            await session.Deliveries.CancelAsync(invitation.Tenant, [invitation.Id], SampleInvitations.Now, Cancellation);
        }
    }

    [Theory]
    [InlineData(true, ChangeOutcome.Stale)]
    [InlineData(false, ChangeOutcome.Applied)]
    public async Task A_second_change_waits_for_the_first_and_sees_its_outcome(bool isCommit, ChangeOutcome expected)
    {
        var invitation = SampleInvitations.Pending(SampleInvitations.NewTenant());
        await AddAsync(invitation);
        var revocation = SampleInvitations.Change(invitation, it => it with { Status = InvitationStatus.Revoked });

        var second = await MeetAsync(
            isCommit,
            (session, token) => session.Invitations.ChangeAsync([revocation], token),
            (session, token) => session.Invitations.ChangeAsync([SampleInvitations.Acceptance(invitation)], token));

        Assert.Equal([expected], second);
        Assert.Equal(isCommit ? InvitationStatus.Revoked : InvitationStatus.Accepted, (await ReadAsync(invitation))?.Status);
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public async Task A_second_invitation_of_an_address_waits_for_the_first_and_sees_its_outcome(bool isCommit, int conflicts)
    {
        var first = SampleInvitations.Pending(SampleInvitations.NewTenant());
        var second = SampleInvitations.Pending(first.Tenant, first.Recipient.Email);

        var found = await MeetAsync(
            isCommit,
            (session, token) => session.Invitations.AddAsync([first], token),
            (session, token) => session.Invitations.AddAsync([second], token));

        Assert.Equal(conflicts, found.Count);
        Assert.Equal(isCommit, await ReadAsync(first) is not null);
        Assert.Equal(!isCommit, await ReadAsync(second) is not null);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_second_idempotency_record_waits_for_the_first_and_sees_its_outcome(bool isCommit)
    {
        var record = SampleRecords.Record(SampleInvitations.NewTenant(), "key");

        var isAdded = await MeetAsync(
            isCommit,
            (session, token) => session.Idempotency.TryAddAsync(record, token),
            (session, token) => session.Idempotency.TryAddAsync(record with { Fingerprint = "second" }, token));

        Assert.Equal(!isCommit, isAdded);
    }

    /// <summary>Starts a second call in a session of its own while the transaction of the first one is open, and gives its answer.</summary>
    private async Task<TSecond> MeetAsync<TFirst, TSecond>(
        bool isCommit,
        Func<StoreSession, CancellationToken, Task<TFirst>> first,
        Func<StoreSession, CancellationToken, Task<TSecond>> second)
    {
        await using var one = await OpenAsync();
        await using var two = await OpenAsync();
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Task<TSecond>? answer = null;
        await one.Transaction.ExecuteAsync(
            async token =>
            {
                await first(one, token);

                // On a thread of its own: a store may block while it waits.
                answer ??= Task.Factory.StartNew(
                    () =>
                    {
                        started.SetResult();
                        return second(two, Cancellation);
                    },
                    CancellationToken.None,
                    TaskCreationOptions.LongRunning,
                    TaskScheduler.Default).Unwrap();
                await started.Task;
                return isCommit ? TransactionOutcome.Commit(0) : TransactionOutcome.Rollback(0);
            },
            Cancellation);
        return await answer!;
    }
}
