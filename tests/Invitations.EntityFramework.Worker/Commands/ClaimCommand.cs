using Invitations.Stores;
using Microsoft.Extensions.DependencyInjection;

namespace Invitations.EntityFramework.Worker.Commands;

/// <summary><c>claim {callers}</c>: each caller claims until nothing is left. Answers the ids of all that was claimed.</summary>
internal static class ClaimCommand
{
    public static async Task RunAsync(IServiceProvider services, int callers)
    {
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var claim = new DeliveryClaim { Now = now, Lease = TimeSpan.FromHours(1), Take = 7, Channels = [DeliveryChannels.Email] };
        var claimed = await RacingCallers.RunAsync(services, callers, async (scope, _) =>
        {
            var ids = new List<Guid>();
            var store = scope.GetRequiredService<IDeliveryStore>();
            while (await store.ClaimAsync(claim, CancellationToken.None) is { Count: > 0 } deliveries)
                ids.AddRange(deliveries.Select(delivery => delivery.Id));
            return string.Join(' ', ids);
        });
        Console.WriteLine(string.Join(' ', claimed.Where(ids => ids.Length > 0)));
    }
}
