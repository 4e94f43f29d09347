using Microsoft.Extensions.DependencyInjection;

namespace Invitations.EntityFramework.Worker.Commands;

/// <summary><c>dispatch</c>: works the outbox off until nothing is due. Answers how many deliveries were claimed.</summary>
internal static class DispatchCommand
{
    public static async Task RunAsync(IServiceProvider services)
    {
        var total = 0;
        for (var claimed = -1; claimed != 0; total += claimed)
        {
            await using var scope = services.CreateAsyncScope();
            claimed = await scope.ServiceProvider.GetRequiredService<IDeliveryDispatcher>().RunOnceAsync();
        }

        Console.WriteLine(total);
    }
}
