using Microsoft.Extensions.DependencyInjection;
using Snippets;

namespace Invitations.Docs.Tests.Running;

[Collection(ConsoleCollection.Name)]
public sealed class SeatExampleTests
{
    private readonly Members _members = new();

    [Fact]
    public async Task A_plan_counts_the_members_who_are_there_and_the_invitations()
    {
        await using var host = new ExampleHost(Seats.Register);
        _members.Add("user-ben", "ben@example.com", host.Tenant, Grant.Member);
        await Seats.IntroduceAsync(host.Get<ISeatLedger>(), host.Tenant, _members);
        await host.InviteAsync(new("ana@example.com"));

        var lines = await Printed.LinesAsync(() => Seats.ShowAsync(host.Get<ISeatLedger>(), host.Tenant));

        Assert.Equal(Printed.Promised("seat-usage"), lines);
    }

    [Fact]
    public async Task A_member_whom_the_host_adds_takes_a_seat_and_one_who_leaves_frees_it()
    {
        await using var host = new ExampleHost(Seats.Register);
        var added = 0;
        Task<IReadOnlyList<InvitationError>> AddAsync() => Seats.AddAsync(host.Get<ISeatLedger>(), host.Tenant, () => Task.FromResult(added++));
        for (var i = 0; i < 3; i++)
            Assert.Empty(await AddAsync());

        var refused = await AddAsync();
        await Seats.RemoveAsync(host.Get<ISeatLedger>(), host.Tenant);

        Assert.Equal([InvitationErrorCodes.SeatsExceeded], refused.Select(error => error.Code));
        Assert.Empty(await AddAsync());
        Assert.Equal(4, added);
    }
}
