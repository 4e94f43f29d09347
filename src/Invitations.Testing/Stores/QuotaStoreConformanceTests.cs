using Invitations.Stores;

namespace Invitations.Testing;

/// <summary>The counters of messages: what one caller sees.</summary>
/// <param name="fixture">The store under test.</param>
public abstract class QuotaStoreConformanceTests(StoreFixture fixture) : StoreConformanceTests(fixture)
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    private readonly string _key = SampleInvitations.NewText("a");

    private static DateTimeOffset Now => SampleInvitations.Now;

    [Fact]
    public async Task As_many_are_granted_as_the_limit_leaves_and_the_end_of_the_window_is_told()
    {
        Assert.Equal(new(2, 2, Now.AddMinutes(10)), await TakeAsync(2, limit: 3));
        Assert.Equal(new(1, 3, Now.AddMinutes(10)), await TakeAsync(2, limit: 3, Now.AddMinutes(4)));
        Assert.Equal(new(0, 3, Now.AddMinutes(10)), await TakeAsync(1, limit: 3, Now.AddMinutes(10).AddMicroseconds(-1)));
    }

    [Fact]
    public async Task The_next_window_begins_with_the_first_message_after_the_former_one()
    {
        await TakeAsync(3, limit: 3);

        Assert.Equal(new(1, 1, Now.AddMinutes(20)), await TakeAsync(1, limit: 3, Now.AddMinutes(10)));
        Assert.Equal(new(2, 2, Now.AddDays(1).AddMinutes(10)), await TakeAsync(2, limit: 3, Now.AddDays(1)));
        Assert.Equal(new(1, 3, Now.AddDays(1).AddMinutes(10)), await TakeAsync(2, limit: 3, Now.AddDays(1)));
    }

    [Fact]
    public async Task More_than_a_new_window_has_is_not_granted_either()
    {
        Assert.Equal(new(3, 3, Now.AddMinutes(10)), await TakeAsync(1_000, limit: 3));
        Assert.Equal(new(3, 3, Now.AddMinutes(20)), await TakeAsync(1_000, limit: 3, Now.AddMinutes(10)));
    }

    [Fact]
    public async Task A_limit_that_has_become_smaller_grants_nothing_until_the_window_ends()
    {
        await TakeAsync(5, limit: 5);

        Assert.Equal(new(0, 5, Now.AddMinutes(10)), await TakeAsync(1, limit: 3));
        Assert.Equal(new(1, 6, Now.AddMinutes(10)), await TakeAsync(1, limit: 6));
    }

    [Fact]
    public async Task Several_counters_are_taken_from_in_one_call_and_each_has_a_window_of_its_own()
    {
        var (one, two) = (_key, _key + "b");
        await TakeAsync(1, limit: 1);
        await using var session = await OpenAsync();

        var grants = await session.Quotas.TakeAsync([new(one, 2, 9, Window), new(two, 3, 2, TimeSpan.FromHours(1))], Now.AddMinutes(1), Cancellation);

        Assert.Equal([new(2, 3, Now.AddMinutes(10)), new(2, 2, Now.AddMinutes(61))], grants);
    }

    [Fact]
    public async Task Keys_are_compared_ordinally()
    {
        await TakeAsync(1, limit: 1);
        await using var session = await OpenAsync();

        Assert.Equal(1, (await session.Quotas.TakeAsync([new(_key.ToUpperInvariant(), 1, 1, Window)], Now, Cancellation)).Single().Granted);
    }

    [Fact]
    public async Task What_is_given_back_can_be_taken_again_and_no_more_than_was_taken()
    {
        await TakeAsync(3, limit: 3);
        await using var session = await OpenAsync();

        await session.Quotas.GiveBackAsync([new(_key, 2)], Cancellation);
        Assert.Equal(new(2, 3, Now.AddMinutes(10)), await TakeAsync(5, limit: 3));
        await session.Quotas.GiveBackAsync([new(_key, 100), new(_key + "-unknown", 1)], Cancellation);

        Assert.Equal(new(3, 3, Now.AddMinutes(10)), await TakeAsync(5, limit: 3));
    }

    [Fact]
    public async Task A_rollback_takes_nothing()
    {
        await TakeAsync(1, limit: 3);
        await using var session = await OpenAsync();

        await session.Transaction.ExecuteAsync(
            async token =>
            {
                await session.Quotas.TakeAsync([new(_key, 2, 3, Window), new(_key + "b", 1, 1, Window)], Now, token);
                return TransactionOutcome.Rollback(0);
            },
            Cancellation);

        Assert.Equal(new(2, 3, Now.AddMinutes(10)), await TakeAsync(2, limit: 3));
        Assert.Empty(await session.Quotas.FindAsync([_key + "b"], Now, Cancellation));
    }

    [Fact]
    public async Task Running_windows_are_found_by_their_keys()
    {
        await TakeAsync(2, limit: 3);
        await using var session = await OpenAsync();

        Assert.Equal([new(_key, 2, Now.AddMinutes(10))], await session.Quotas.FindAsync([_key, _key + "-unknown"], Now.AddMinutes(9), Cancellation));
        Assert.Empty(await session.Quotas.FindAsync([_key], Now.AddMinutes(10), Cancellation));
    }

    [Fact]
    public async Task Ended_windows_are_deleted_in_portions_and_running_ones_stay()
    {
        // Long ago, so that no window of another test is older.
        var (keys, then) = (Enumerable.Range(0, 3).Select(i => $"{_key}-{i}").ToArray(), Now.AddYears(-20));
        await using var session = await OpenAsync();
        await session.Quotas.TakeAsync([.. keys.Select(key => new QuotaRequest(key, 1, 1, Window))], then, Cancellation);
        await TakeAsync(1, limit: 1);

        Assert.Equal(2, await session.Quotas.PurgeAsync(then.AddMinutes(10), 2, Cancellation));
        Assert.Single(await session.Quotas.FindAsync(keys, then, Cancellation));
        Assert.Equal(1, await session.Quotas.PurgeAsync(then.AddMinutes(10), 2, Cancellation));
        Assert.Equal(0, await session.Quotas.PurgeAsync(then.AddMinutes(10), 2, Cancellation));

        Assert.Single(await session.Quotas.FindAsync([_key], Now, Cancellation));
    }

    [Fact]
    public async Task Open_invitations_are_those_that_are_pending_or_await_approval_and_have_not_expired()
    {
        var tenant = SampleInvitations.NewTenant();
        await AddAsync(
            SampleInvitations.Pending(tenant),
            SampleInvitations.Pending(tenant) with { ExpiresAt = null, InvitedBy = "user-2" },
            SampleInvitations.Pending(tenant) with { Status = InvitationStatus.AwaitingApproval, InvitedBy = "USER-1" },
            SampleInvitations.Pending(tenant) with { IsFromSystem = true },
            SampleInvitations.Pending(tenant) with { ExpiresAt = Now },
            SampleInvitations.Pending(tenant) with { Status = InvitationStatus.Draft },
            SampleInvitations.Pending(tenant) with { Status = InvitationStatus.Revoked },
            SampleInvitations.Pending(tenant) with { Status = InvitationStatus.Accepted });
        await AddAsync(SampleInvitations.Pending(SampleInvitations.NewTenant()));
        await using var session = await OpenAsync();

        Assert.Equal(4, await session.Quotas.CountOpenAsync(new(tenant, null, false, Now), Cancellation));
        Assert.Equal(1, await session.Quotas.CountOpenAsync(new(tenant, "user-1", false, Now), Cancellation));
        Assert.Equal(1, await session.Quotas.CountOpenAsync(new(tenant, "user-1", true, Now), Cancellation));
        Assert.Equal(1, await session.Quotas.CountOpenAsync(new(tenant, "user-2", false, Now), Cancellation));
        Assert.Equal(1, await session.Quotas.CountOpenAsync(new(tenant, null, false, Now.AddDays(7)), Cancellation));
    }

    private async Task<QuotaGrant> TakeAsync(int count, int limit, DateTimeOffset? now = null)
    {
        await using var session = await OpenAsync();
        return (await session.Quotas.TakeAsync([new(_key, count, limit, Window)], now ?? Now, Cancellation)).Single();
    }
}
