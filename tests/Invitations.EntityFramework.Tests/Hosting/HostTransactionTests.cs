using Invitations.EntityFramework.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Invitations.EntityFramework.Tests.Hosting;

/// <summary>Inside a transaction that the host has begun, the host decides; what we roll back is ours alone.</summary>
public abstract class HostTransactionTests(EfFixture fixture)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_invitation_is_kept_with_the_hosts_rows_or_gone_with_them(bool isCommit)
    {
        await using var host = await Host.StartAsync(fixture);
        await using var scope = host.Scope();
        var database = scope.ServiceProvider.GetRequiredService<HostDbContext>();
        await using (var transaction = await database.Database.BeginTransactionAsync(Cancellation))
        {
            await AddMemberAsync(database, host);
            var result = await scope.ServiceProvider.GetRequiredService<IInvitationService>().InviteAsync(
                host.Tenant, new("ana@example.com"), Host.Admin, cancellationToken: Cancellation);
            Assert.True(result.Succeeded);
            if (isCommit)
                await transaction.CommitAsync(Cancellation);
        }

        Assert.Equal(isCommit ? 1 : 0, (await host.InvitationsAsync()).Count);
        Assert.Equal(isCommit ? 1 : 0, await host.MembersAsync());
    }

    [Fact]
    public async Task An_acceptance_that_is_refused_leaves_the_hosts_rows_to_be_committed()
    {
        await using var host = await Host.StartAsync(fixture, new() { Refuses = true });
        var token = await host.InviteAsync();
        await using var scope = host.Scope();
        var database = scope.ServiceProvider.GetRequiredService<HostDbContext>();
        await using (var transaction = await database.Database.BeginTransactionAsync(Cancellation))
        {
            await AddMemberAsync(database, host);
            var result = await scope.ServiceProvider.GetRequiredService<IInvitationAcceptance>().AcceptAsync(
                token, Acceptor.SigningUp(), cancellationToken: Cancellation);
            Assert.False(result.Succeeded);
            await transaction.CommitAsync(Cancellation);
        }

        Assert.Equal(InvitationStatus.Pending, Assert.Single(await host.InvitationsAsync()).Status);
        Assert.Equal(1, await host.MembersAsync());
    }

    [Fact]
    public async Task A_handler_that_throws_leaves_the_hosts_rows_to_be_committed()
    {
        var behaviour = new JoinTeam.Behaviour();
        behaviour.Faults.Enqueue(new InvalidDataException());
        await using var host = await Host.StartAsync(fixture, behaviour);
        var token = await host.InviteAsync();
        await using var scope = host.Scope();
        var database = scope.ServiceProvider.GetRequiredService<HostDbContext>();
        var acceptance = scope.ServiceProvider.GetRequiredService<IInvitationAcceptance>();
        await using (var transaction = await database.Database.BeginTransactionAsync(Cancellation))
        {
            await AddMemberAsync(database, host);
            await Assert.ThrowsAsync<InvalidDataException>(() => acceptance.AcceptAsync(token, Acceptor.SigningUp(), cancellationToken: Cancellation));
            Assert.True((await acceptance.AcceptAsync(token, Acceptor.SigningUp(), cancellationToken: Cancellation)).Succeeded);
            await transaction.CommitAsync(Cancellation);
        }

        Assert.Equal(InvitationStatus.Accepted, Assert.Single(await host.InvitationsAsync()).Status);
        Assert.Equal(2, await host.MembersAsync());
    }

    [Fact]
    public async Task Nothing_of_ours_is_seen_before_the_host_commits()
    {
        await using var host = await Host.StartAsync(fixture);
        await using var scope = host.Scope();
        var database = scope.ServiceProvider.GetRequiredService<HostDbContext>();
        await using var transaction = await database.Database.BeginTransactionAsync(Cancellation);

        await scope.ServiceProvider.GetRequiredService<IInvitationService>().InviteAsync(
            host.Tenant, new("ana@example.com"), Host.Admin, cancellationToken: Cancellation);

        Assert.Empty(await host.InvitationsAsync());
        await transaction.CommitAsync(Cancellation);
        Assert.Single(await host.InvitationsAsync());
    }

    private static async Task AddMemberAsync(HostDbContext database, Host host)
    {
        database.Memberships.Add(new() { Id = Guid.NewGuid(), Tenant = host.Tenant.Value, UserId = "user-first" });
        await database.SaveChangesAsync(Cancellation);
    }
}
