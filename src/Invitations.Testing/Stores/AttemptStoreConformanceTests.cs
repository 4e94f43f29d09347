using Invitations.Stores;

namespace Invitations.Testing;

/// <summary>Budgets of attempts: never more than the limit in a window, whoever asks.</summary>
/// <param name="fixture">The store under test.</param>
public abstract class AttemptStoreConformanceTests(StoreFixture fixture) : StoreConformanceTests(fixture)
{
    private static readonly DateTimeOffset Now = SampleInvitations.Now;

    private readonly AttemptRequest _request = SampleRecords.Attempt(SampleInvitations.NewText("key"));

    [Fact]
    public async Task Attempts_are_taken_up_to_the_limit_and_then_the_end_of_the_window_is_told()
    {
        Assert.Null(await TakeAsync(_request));
        Assert.Null(await TakeAsync(_request with { Now = Now.AddMinutes(9) }));

        Assert.Equal(Now.AddMinutes(10), await TakeAsync(_request with { Now = Now.AddMinutes(9) }));
        Assert.Equal(Now.AddMinutes(10), await TakeAsync(_request with { Now = Now.AddMinutes(10).AddMicroseconds(-1) }));
    }

    [Fact]
    public async Task The_next_window_begins_with_the_first_attempt_after_the_former_one()
    {
        await TakeAsync(_request with { Limit = 1 });
        var later = Now.AddMinutes(10);

        Assert.Null(await TakeAsync(_request with { Limit = 1, Now = later }));
        Assert.Equal(later.AddMinutes(10), await TakeAsync(_request with { Limit = 1, Now = later.AddMinutes(1) }));
        Assert.Null(await TakeAsync(_request with { Limit = 1, Now = later.AddDays(1) }));
    }

    [Fact]
    public async Task A_refusal_does_not_lengthen_the_window()
    {
        await TakeAsync(_request with { Limit = 1 });
        for (var minute = 1; minute < 10; minute++)
            Assert.NotNull(await TakeAsync(_request with { Limit = 1, Now = Now.AddMinutes(minute) }));

        Assert.Null(await TakeAsync(_request with { Limit = 1, Now = Now.AddMinutes(10) }));
    }

    [Fact]
    public async Task What_is_given_back_can_be_taken_again()
    {
        await TakeAsync(_request with { Limit = 1 });
        Assert.NotNull(await TakeAsync(_request with { Limit = 1 }));

        await GiveBackAsync(_request.Key);

        Assert.Null(await TakeAsync(_request with { Limit = 1 }));
        Assert.NotNull(await TakeAsync(_request with { Limit = 1 }));
    }

    [Fact]
    public async Task No_more_is_given_back_than_was_taken()
    {
        await GiveBackAsync(_request.Key);
        await TakeAsync(_request with { Limit = 1 });
        for (var i = 0; i < 5; i++)
            await GiveBackAsync(_request.Key);

        Assert.Null(await TakeAsync(_request with { Limit = 1 }));
        Assert.NotNull(await TakeAsync(_request with { Limit = 1 }));
    }

    [Fact]
    public async Task Each_key_has_a_budget_of_its_own()
    {
        await TakeAsync(_request with { Limit = 1 });
        var other = _request.Key.ToUpperInvariant();

        Assert.Null(await TakeAsync(_request with { Limit = 1, Key = other }));
        await GiveBackAsync(other);

        Assert.NotNull(await TakeAsync(_request with { Limit = 1 }));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public async Task No_limit_below_one_is_taken_for_none(int limit) =>
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => TakeAsync(_request with { Limit = limit }));

    [Fact]
    public async Task Of_many_at_once_no_more_than_the_limit_take_one()
    {
        const int Limit = 5;
        await using var race = await Race.OpenAsync(Fixture, callers: 200, Cancellation);
        for (var round = 0; round < Race.Rounds; round++)
        {
            var request = _request with { Key = SampleInvitations.NewText("key"), Limit = Limit };

            var answers = await race.RunAsync((session, _) => session.Attempts.TryTakeAsync(request, Cancellation));

            Assert.Equal(Limit, answers.Count(answer => answer is null));
            Assert.Equal(Now.AddMinutes(10), await TakeAsync(request));
            await GiveBackAsync(request.Key);
            Assert.Null(await TakeAsync(request));
            Assert.NotNull(await TakeAsync(request));
        }
    }

    [Fact]
    public async Task A_purge_drops_windows_that_have_ended_and_no_others()
    {
        var longAgo = new DateTimeOffset(1984, 1, 2, 3, 4, 5, TimeSpan.Zero);
        var (ended, running) = (_request with { Limit = 1, Now = longAgo }, _request with { Key = SampleInvitations.NewText("key"), Limit = 1, Now = longAgo.AddMicroseconds(1) });
        await TakeAsync(ended);
        await TakeAsync(running);
        var endsAt = longAgo + _request.Window;
        await using var session = await OpenAsync();

        Assert.Equal(0, await session.Attempts.PurgeAsync(endsAt, 0, Cancellation));
        Assert.Equal(0, await session.Attempts.PurgeAsync(endsAt.AddMicroseconds(-1), 100, Cancellation));
        Assert.InRange(await session.Attempts.PurgeAsync(endsAt, 100, Cancellation), 0, 1);

        Assert.Equal(0, await session.Attempts.PurgeAsync(endsAt, 100, Cancellation));
        Assert.Equal(endsAt.AddMicroseconds(1), await TakeAsync(running));
        Assert.Null(await TakeAsync(ended with { Now = endsAt }));
    }

    private async Task<DateTimeOffset?> TakeAsync(AttemptRequest request)
    {
        await using var session = await OpenAsync();
        return await session.Attempts.TryTakeAsync(request, Cancellation);
    }

    private async Task GiveBackAsync(string key)
    {
        await using var session = await OpenAsync();
        await session.Attempts.GiveBackAsync(key, Cancellation);
    }
}
