using Invitations.EntityFramework.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Invitations.EntityFramework.Tests.Hosting;

/// <summary>The rows of an acceptance handler and ours are kept together or not at all.</summary>
public abstract class HandlerTests(EfFixture fixture)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_a_handler_adds_is_kept_whether_it_saves_it_or_not(bool saves)
    {
        await using var host = await Host.StartAsync(fixture, new() { Saves = saves });
        var token = await host.InviteAsync();

        var result = await AcceptAsync(host, token);

        Assert.True(result.Succeeded);
        Assert.Equal(1, await host.MembersAsync());
        Assert.Equal(InvitationStatus.Accepted, Assert.Single(await host.InvitationsAsync()).Status);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_handler_that_refuses_leaves_nothing_behind_and_the_invitation_open(bool saves)
    {
        await using var host = await Host.StartAsync(fixture, new() { Saves = saves, Refuses = true });
        var token = await host.InviteAsync();

        var result = await AcceptAsync(host, token);

        Assert.Equal(["team.full"], result.Errors.Select(error => error.Code));
        Assert.Equal(0, await host.MembersAsync());
        Assert.Equal(InvitationStatus.Pending, Assert.Single(await host.InvitationsAsync()).Status);
    }

    [Fact]
    public async Task A_handler_that_throws_leaves_nothing_behind_and_can_be_tried_again_in_the_same_scope()
    {
        var behaviour = new JoinTeam.Behaviour { Faults = new([new InvalidDataException("the mail system is down")]) };
        await using var host = await Host.StartAsync(fixture, behaviour);
        var token = await host.InviteAsync();
        await using var scope = host.Scope();
        var acceptance = scope.ServiceProvider.GetRequiredService<IInvitationAcceptance>();

        await Assert.ThrowsAsync<InvalidDataException>(() => acceptance.AcceptAsync(token, Acceptor.SigningUp(), cancellationToken: Cancellation));
        Assert.Equal(0, await host.MembersAsync());
        Assert.Equal(InvitationStatus.Pending, Assert.Single(await host.InvitationsAsync()).Status);

        Assert.True((await acceptance.AcceptAsync(token, Acceptor.SigningUp(), cancellationToken: Cancellation)).Succeeded);
        Assert.Equal(1, await host.MembersAsync());
    }

    [Fact]
    public async Task Of_many_who_join_by_one_link_at_once_as_many_become_members_as_it_lets_in()
    {
        const int Cap = 10;
        await using var host = await Host.StartAsync(fixture);
        await using var scope = host.Scope();
        var links = scope.ServiceProvider.GetRequiredService<IInvitationLinks>();
        var link = (await links.CreateAsync(host.Tenant, new() { Name = "Ten", UseLimit = Cap }, Host.Admin, Cancellation)).Link!;
        var token = (await links.ShowAsync(host.Tenant, link.Id, Host.Admin, Cancellation)).Secrets!.Token;

        var results = await Task.WhenAll(Enumerable.Range(0, 3 * Cap).Select(number => Task.Run(() => JoinAsync(host, token, number))));

        Assert.Equal(Cap, results.Count(result => result.Succeeded));
        Assert.Equal(Cap, await host.MembersAsync());
        Assert.Equal(Cap, (await links.FindAsync(host.Tenant, link.Id, Host.Admin, Cancellation))!.UseCount);
        Assert.All(await host.InvitationsAsync(), invitation => Assert.Equal((link.Id, InvitationStatus.Accepted), (invitation.LinkId, invitation.Status)));
        Assert.All(results.Where(result => !result.Succeeded), result => Assert.Equal("link.exhausted", Assert.Single(result.Errors).Code));
    }

    [Theory]
    [InlineData("40001")]
    [InlineData("40P01")]
    public async Task A_transaction_that_met_another_one_is_run_again(string sqlState)
    {
        var behaviour = new JoinTeam.Behaviour();
        for (var i = 0; i < 3; i++)
            behaviour.Faults.Enqueue(new ConflictException(sqlState));
        await using var host = await Host.StartAsync(fixture, behaviour);
        var token = await host.InviteAsync();

        Assert.True((await AcceptAsync(host, token)).Succeeded);

        Assert.Empty(behaviour.Faults);
        Assert.Equal(1, await host.MembersAsync());
    }

    [Fact]
    public async Task A_transaction_that_meets_others_again_and_again_gives_up()
    {
        var behaviour = new JoinTeam.Behaviour();
        for (var i = 0; i < 100; i++)
            behaviour.Faults.Enqueue(new ConflictException("40001"));
        await using var host = await Host.StartAsync(fixture, behaviour);
        var token = await host.InviteAsync();

        await Assert.ThrowsAsync<ConflictException>(() => AcceptAsync(host, token));

        Assert.InRange(behaviour.Faults.Count, 90, 98);
        Assert.Equal(0, await host.MembersAsync());
    }

    [Fact]
    public async Task What_the_host_had_pending_is_not_saved_by_us()
    {
        await using var host = await Host.StartAsync(fixture);
        await using var scope = host.Scope();
        var database = scope.ServiceProvider.GetRequiredService<HostDbContext>();
        var pending = new Membership { Id = Guid.NewGuid(), Tenant = host.Tenant.Value, UserId = "pending" };
        database.Memberships.Add(pending);

        var invited = await scope.ServiceProvider.GetRequiredService<IInvitationService>().InviteAsync(
            host.Tenant, new("ana@example.com"), Host.Admin, cancellationToken: Cancellation);
        var revoked = await scope.ServiceProvider.GetRequiredService<IInvitationAdministration>().RevokeAsync(
            host.Tenant, invited.InvitationId!.Value, Host.Admin, Cancellation);

        Assert.True(revoked.Succeeded);
        Assert.Equal(EntityState.Added, database.Entry(pending).State);
        Assert.Equal(0, await host.MembersAsync());
        await database.SaveChangesAsync(Cancellation);
        Assert.Equal(1, await host.MembersAsync());
    }

    [Fact]
    public async Task What_a_handler_left_unsaved_next_to_pending_changes_is_an_error_that_names_its_line()
    {
        await using var host = await Host.StartAsync(fixture, new() { Saves = false });
        var token = await host.InviteAsync();
        await using var scope = host.Scope();
        var database = scope.ServiceProvider.GetRequiredService<HostDbContext>();
        database.Memberships.Add(new() { Id = Guid.NewGuid(), Tenant = host.Tenant.Value, UserId = "pending" });

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            scope.ServiceProvider.GetRequiredService<IInvitationAcceptance>().AcceptAsync(token, Acceptor.SigningUp(), cancellationToken: Cancellation));

        Assert.StartsWith("INV013", error.Message, StringComparison.Ordinal);
        Assert.Equal(InvitationStatus.Pending, Assert.Single(await host.InvitationsAsync()).Status);
        await database.SaveChangesAsync(Cancellation);
        Assert.Equal(1, await host.MembersAsync());
    }

    private static async Task<AcceptResult> JoinAsync(Host host, string token, int number)
    {
        await using var scope = host.Scope();
        return await scope.ServiceProvider.GetRequiredService<IInvitationJoining>()
            .JoinAsync(token, Acceptor.User($"user-{number}"), cancellationToken: Cancellation);
    }

    private static async Task<AcceptResult> AcceptAsync(Host host, string token)
    {
        await using var scope = host.Scope();
        return await scope.ServiceProvider.GetRequiredService<IInvitationAcceptance>().AcceptAsync(
            token, Acceptor.SigningUp(), cancellationToken: Cancellation);
    }
}
