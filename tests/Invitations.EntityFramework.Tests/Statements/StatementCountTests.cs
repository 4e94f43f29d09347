using Invitations.EntityFramework.Tests.Fixtures;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Invitations.EntityFramework.Tests.Statements;

/// <summary>A chunk costs PostgreSQL the same number of statements whatever its size.</summary>
public sealed class StatementCountTests(PostgreSqlFixture fixture) : IClassFixture<PostgreSqlFixture>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Inviting_reinviting_and_inviting_who_expired_cost_a_constant_number_of_statements_a_chunk()
    {
        using var log = new StatementLog();
        var clock = new SteppedTime();
        await using var host = await Host.StartAsync(fixture, wire: builder =>
        {
            builder.Services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Debug).AddProvider(log));
            builder.Services.AddSingleton<TimeProvider>(clock);
        });
        var counts = new List<(int Invited, int Again, int Reinvited, int Replaced)>();
        foreach (var size in new[] { 10, 100, 500 })
        {
            var people = Enumerable.Range(0, size).Select(number => new Invite($"{size}-{number}@example.com")).ToList();
            var invited = await CountAsync(log, host, people, new(), InviteOutcome.Invited);
            var again = await CountAsync(log, host, people, new(), InviteOutcome.Refused);
            clock.Advance(TimeSpan.FromHours(2));
            var reinvited = await CountAsync(log, host, people, new() { WhenAlreadyInvited = WhenAlreadyInvited.Reinvite }, InviteOutcome.Reinvited);
            clock.Advance(TimeSpan.FromDays(30));
            var replaced = await CountAsync(log, host, people, new(), InviteOutcome.Invited);
            counts.Add((invited, again, reinvited, replaced));
        }

        Assert.All(counts, count => Assert.Equal(counts[0], count));
        Assert.InRange(counts[0].Invited, 3, 8);
    }

    private static async Task<int> CountAsync(StatementLog log, Host host, List<Invite> people, InviteOptions options, InviteOutcome expected)
    {
        log.Clear();
        await using var scope = host.Scope();
        var result = await scope.ServiceProvider.GetRequiredService<IInvitationService>().InviteManyAsync(
            host.Tenant, people, Host.Admin, options, Cancellation);
        Assert.All(result.Rows, row => Assert.Equal(expected, row.Outcome));
        return log.Statements.Count;
    }
}
