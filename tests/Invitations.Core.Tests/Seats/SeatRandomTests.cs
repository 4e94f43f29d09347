using Invitations.Tests.Hosting;

namespace Invitations.Tests.Seats;

/// <summary>Whatever happens in whatever order, the ledger says what the invitations say, and never more than the plan has.</summary>
public sealed class SeatRandomTests
{
    private const int Members = 6;
    private const int Guests = 3;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task One_step_after_the_other(int seed)
    {
        using var host = new SeatHost(Members, Guests);
        var random = new Random(seed);
        for (var step = 0; step < 300; step++)
        {
            host.Host.Clock.Advance(TimeSpan.FromDays(random.Next(5) == 0 ? random.Next(3) : 0));
            await StepAsync(host, random);
            await AssertInStepAsync(host);
        }
    }

    [Theory]
    [InlineData(5)]
    [InlineData(6)]
    public async Task Many_callers_at_once(int seed)
    {
        using var host = new SeatHost(Members, Guests);
        var random = new Random(seed);
        for (var round = 0; round < 20; round++)
        {
            var seeds = Enumerable.Range(0, 12).Select(_ => random.Next()).ToArray();
            using var barrier = new Barrier(seeds.Length);
            await Task.WhenAll(seeds.Select(own => Task.Factory.StartNew(
                () =>
                {
                    barrier.SignalAndWait();
                    return StepAsync(host, new Random(own));
                },
                CancellationToken.None,
                TaskCreationOptions.LongRunning,
                TaskScheduler.Default).Unwrap()));

            await AssertInStepAsync(host);
            host.Host.Clock.Advance(TimeSpan.FromDays(1));
        }
    }

    private static async Task StepAsync(SeatHost host, Random random)
    {
        var known = (await host.Host.ReadAsync()).Invitations;
        var id = known.Count == 0 ? Guid.NewGuid() : known[random.Next(known.Count)].Id;
        var kind = random.Next(3) == 0 ? GrantKind.Guest : GrantKind.Member;
        _ = random.Next(9) switch
        {
            0 or 1 => await Done(host.Host.InviteAsync(new Invite(People.Email(random.Next(12))) { Kind = kind })),
            2 => await Done(host.Host.InviteAsync(People.Of(random.Next(1, 5), from: random.Next(12)), new() { Kind = kind })),
            3 => await Done(host.Host.InviteAsync(
                People.Of(random.Next(1, 5), from: random.Next(12)),
                new() { Kind = kind, Mode = BatchMode.AllOrNothing, WhenAlreadyInvited = WhenAlreadyInvited.MergeGrant })),
            4 => await Done(host.TryAcceptAsync(id)),
            5 => await Done(host.TryDeclineAsync(id)),
            6 => await Done(host.RevokeAsync(id)),
            7 => await Done(host.ReinviteAsync(id)),
            _ => await Done(host.EditAsync(id, random.Next(2) == 0 ? new() { Kind = kind } : new() { Email = People.Email(random.Next(12)) })),
        };
    }

    private static async Task<bool> Done<T>(Task<T> work)
    {
        await work;
        return true;
    }

    private static async Task AssertInStepAsync(SeatHost host)
    {
        var invitations = (await host.Host.ReadAsync()).Invitations;

        Assert.Equal((Count(GrantKind.Member, InvitationStatus.Accepted), Count(GrantKind.Member, InvitationStatus.Pending)), await host.MembersAsync());
        Assert.Equal((Count(GrantKind.Guest, InvitationStatus.Accepted), Count(GrantKind.Guest, InvitationStatus.Pending)), await host.GuestsAsync());
        var usage = await host.UsageAsync();
        Assert.InRange(usage.Members.Taken, 0, Members);
        Assert.InRange(usage.Guests.Taken, 0, Guests);

        int Count(GrantKind kind, InvitationStatus status) =>
            invitations.Count(invitation => invitation.Grant.Kind == kind && invitation.Status == status);
    }
}
