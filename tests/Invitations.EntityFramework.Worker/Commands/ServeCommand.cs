using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Invitations.EntityFramework.Worker.Commands;

/// <summary><c>serve</c> and <c>stop</c>: starts the hosted services of the node, as its host would, and stops them.</summary>
internal static class ServeCommand
{
    public static async Task StartAsync(IServiceProvider services)
    {
        foreach (var service in services.GetServices<IHostedService>())
            await service.StartAsync(CancellationToken.None);
        Console.WriteLine("serving");
    }

    public static async Task StopAsync(IServiceProvider services)
    {
        foreach (var service in services.GetServices<IHostedService>())
            await service.StopAsync(CancellationToken.None);
        Console.WriteLine("stopped");
    }
}
