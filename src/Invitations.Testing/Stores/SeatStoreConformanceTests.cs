using Invitations.Stores;

namespace Invitations.Testing;

/// <summary>The counters of seats: what one caller sees.</summary>
/// <param name="fixture">The store under test.</param>
public abstract class SeatStoreConformanceTests(StoreFixture fixture) : StoreConformanceTests(fixture)
{
    private readonly TenantId _tenant = SampleInvitations.NewTenant();

    [Fact]
    public async Task As_many_are_granted_as_the_limit_leaves()
    {
        Assert.Equal(new(2, 2), await MoveAsync(new(GrantKind.Member, Free: 0, Take: 2, Limit: 3)));
        Assert.Equal(new(1, 3), await MoveAsync(new(GrantKind.Member, Free: 0, Take: 2, Limit: 3)));
        Assert.Equal(new(0, 3), await MoveAsync(new(GrantKind.Member, Free: 0, Take: 2, Limit: 3)));

        Assert.Equal(3, await TakenAsync(GrantKind.Member));
    }

    [Fact]
    public async Task Without_a_limit_all_are_granted() =>
        Assert.Equal(new(100_000, 100_000), await MoveAsync(new(GrantKind.Member, Free: 0, Take: 100_000, Limit: null)));

    [Fact]
    public async Task A_limit_of_none_grants_none() =>
        Assert.Equal(new(0, 0), await MoveAsync(new(GrantKind.Guest, Free: 0, Take: 1, Limit: 0)));

    [Fact]
    public async Task A_limit_that_has_become_smaller_than_what_is_taken_takes_nothing_away()
    {
        await MoveAsync(new(GrantKind.Member, Free: 0, Take: 5, Limit: null));

        Assert.Equal(new(0, 5), await MoveAsync(new(GrantKind.Member, Free: 0, Take: 1, Limit: 3)));
        Assert.Equal(new(0, 3), await MoveAsync(new(GrantKind.Member, Free: 2, Take: 1, Limit: 3)));
        Assert.Equal(new(1, 3), await MoveAsync(new(GrantKind.Member, Free: 1, Take: 1, Limit: 3)));
    }

    [Fact]
    public async Task What_is_freed_can_be_taken_in_the_same_move()
    {
        await MoveAsync(new(GrantKind.Member, Free: 0, Take: 3, Limit: 3));

        Assert.Equal(new(2, 3), await MoveAsync(new(GrantKind.Member, Free: 2, Take: 5, Limit: 3)));
    }

    [Fact]
    public async Task No_more_are_freed_than_are_taken()
    {
        await MoveAsync(new(GrantKind.Member, Free: 0, Take: 1, Limit: null));

        Assert.Equal(new(0, 0), await MoveAsync(new(GrantKind.Member, Free: 4, Take: 0, Limit: null)));
        Assert.Equal(new(1, 1), await MoveAsync(new(GrantKind.Member, Free: 4, Take: 2, Limit: 1)));
    }

    [Fact]
    public async Task Members_and_guests_are_counted_apart_and_moved_together()
    {
        await using var session = await OpenAsync();

        Assert.Equal(
            [new(2, 2), new(1, 1)],
            await session.Seats.MoveAsync(_tenant, [new(GrantKind.Member, 0, 2, 9), new(GrantKind.Guest, 0, 3, 1)], Cancellation));

        Assert.Equal(
            [new SeatTally(GrantKind.Member, 2, 0), new SeatTally(GrantKind.Guest, 1, 0)],
            await session.Seats.ReadAsync(_tenant, Cancellation));
    }

    [Fact]
    public async Task Each_tenant_has_its_own()
    {
        await MoveAsync(new(GrantKind.Member, Free: 0, Take: 1, Limit: 1));
        await using var session = await OpenAsync();
        var other = new TenantId(_tenant.Value.ToUpperInvariant());

        Assert.Equal([new(1, 1)], await session.Seats.MoveAsync(other, [new(GrantKind.Member, 0, 1, 1)], Cancellation));
        Assert.Equal(1, await TakenAsync(GrantKind.Member));
    }

    [Fact]
    public async Task A_counter_begins_with_the_pending_invitations_of_its_kind()
    {
        var pending = SampleInvitations.Pending(_tenant);
        await AddAsync(
            pending,
            SampleInvitations.Pending(_tenant),
            SampleInvitations.Pending(_tenant) with { Grant = new() { Kind = GrantKind.Guest } },
            SampleInvitations.Pending(_tenant) with { Status = InvitationStatus.AwaitingApproval },
            SampleInvitations.Pending(_tenant) with { Status = InvitationStatus.Accepted },
            SampleInvitations.Pending(_tenant) with { Status = InvitationStatus.Expired });
        await AddAsync(SampleInvitations.Pending(SampleInvitations.NewTenant()));

        await using var session = await OpenAsync();
        Assert.Equal(
            [new SeatTally(GrantKind.Member, 2, 2), new SeatTally(GrantKind.Guest, 1, 1)],
            await session.Seats.ReadAsync(_tenant, Cancellation));
        Assert.Equal(new(1, 3), await MoveAsync(new(GrantKind.Member, Free: 0, Take: 1, Limit: null)));
        await AddAsync(SampleInvitations.Pending(_tenant));
        Assert.Equal(new(1, 4), await MoveAsync(new(GrantKind.Member, Free: 0, Take: 1, Limit: null)));
    }

    [Fact]
    public async Task A_number_of_used_ones_is_set_with_the_pending_invitations_on_top()
    {
        await MoveAsync(new(GrantKind.Member, Free: 0, Take: 50, Limit: null));
        await AddAsync(SampleInvitations.Pending(_tenant), SampleInvitations.Pending(_tenant));
        await using var session = await OpenAsync();

        await session.Seats.SetUsedAsync(_tenant, GrantKind.Member, 7, Cancellation);
        await session.Seats.SetUsedAsync(_tenant, GrantKind.Guest, 3, Cancellation);

        Assert.Equal(
            [new SeatTally(GrantKind.Member, 9, 2), new SeatTally(GrantKind.Guest, 3, 0)],
            await session.Seats.ReadAsync(_tenant, Cancellation));
    }

    [Fact]
    public async Task A_rollback_gives_back_what_was_taken_and_takes_back_what_was_freed()
    {
        await MoveAsync(new(GrantKind.Member, Free: 0, Take: 3, Limit: null));
        await using var session = await OpenAsync();

        await session.Transaction.ExecuteAsync(
            async token =>
            {
                await session.Seats.MoveAsync(_tenant, [new(GrantKind.Member, 2, 0, null), new(GrantKind.Guest, 0, 4, null)], token);
                return TransactionOutcome.Rollback(0);
            },
            Cancellation);

        Assert.Equal((3, 0), (await TakenAsync(GrantKind.Member), await TakenAsync(GrantKind.Guest)));
    }

    private async Task<SeatGrant> MoveAsync(SeatMove move)
    {
        await using var session = await OpenAsync();
        return (await session.Seats.MoveAsync(_tenant, [move], Cancellation)).Single();
    }

    private async Task<int> TakenAsync(GrantKind kind)
    {
        await using var session = await OpenAsync();
        return (await session.Seats.ReadAsync(_tenant, Cancellation)).Single(tally => tally.Kind == kind).Taken;
    }
}
