using Microsoft.Extensions.DependencyInjection;

namespace Invitations.EntityFramework.Worker.Commands;

/// <summary><c>import {rows} {key}</c>: invites a stream of people under an idempotency key. Says after each chunk how many rows are done, and in the end how many were invited.</summary>
internal static class ImportCommand
{
    private const int ChunkSize = 500;

    public static async Task RunAsync(IServiceProvider services, int rows, string key)
    {
        await using var scope = services.CreateAsyncScope();
        var service = scope.ServiceProvider.GetRequiredService<IInvitationService>();
        var options = new InviteOptions { IdempotencyKey = key };
        var (done, invited) = (0, 0);
        await foreach (var result in service.InviteStreamAsync(WorkerHost.Tenant, PeopleAsync(rows), WorkerHost.Admin, options))
        {
            invited += result.Outcome is InviteOutcome.Invited ? 1 : 0;
            if (++done % ChunkSize == 0)
                Console.WriteLine($"rows {done}");
        }

        Console.WriteLine($"invited {invited}");
    }

    private static async IAsyncEnumerable<Invite> PeopleAsync(int rows)
    {
        for (var row = 1; row <= rows; row++)
            yield return new Invite($"person{row}@example.com");
        await Task.CompletedTask;
    }
}
