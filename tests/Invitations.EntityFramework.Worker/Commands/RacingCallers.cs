using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Invitations.EntityFramework.Worker.Commands;

/// <summary>Callers of this process that have everything ready and start together with those of the other processes.</summary>
internal static class RacingCallers
{
    /// <param name="services">The services of the node.</param>
    /// <param name="callers">How many.</param>
    /// <param name="call">Gets a scope of its own and the number of the caller.</param>
    public static async Task<string[]> RunAsync(IServiceProvider services, int callers, Func<IServiceProvider, int, Task<string>> call) =>
        await Task.WhenAll(Enumerable.Range(0, callers).Select(number => Task.Run(async () =>
        {
            await using var scope = services.CreateAsyncScope();
            var context = scope.ServiceProvider.GetRequiredService<WorkerContext>();
            await context.Database.OpenConnectionAsync();
            await context.Memberships.AnyAsync();
            await StartingLine.WaitAsync((NpgsqlConnection)context.Database.GetDbConnection());
            return await call(scope.ServiceProvider, number);
        })));
}
