using Invitations.Benchmarks.Inviting;
using Invitations.Benchmarks.Stores.Databases;
using Invitations.Stores;
using Microsoft.Extensions.DependencyInjection;

namespace Invitations.Benchmarks.Stores.Rows;

/// <summary>Invitations and their deliveries as the pipeline makes them of a spreadsheet's rows.</summary>
/// <param name="Invitations">The invitations, in the order in which they were made.</param>
/// <param name="Deliveries">One for each of them, in the same order.</param>
internal sealed record SampleSet(IReadOnlyList<Invitation> Invitations, IReadOnlyList<Delivery> Deliveries)
{
    public static async Task<SampleSet> CreateAsync(int count)
    {
        await using var host = new StoreHost(database: null);
        await using var scope = host.OpenScope();
        var ids = new List<Guid>(count);
        var service = scope.ServiceProvider.GetRequiredService<IInvitationService>();
        await foreach (var result in service.InviteStreamAsync(StoreHost.Tenant, SampleRows.Stream(count, SampleRows.Person), StoreHost.Admin))
            ids.Add(result.InvitationId ?? throw new InvalidOperationException(result.ToString()));

        var found = await scope.ServiceProvider.GetRequiredService<IInvitationStore>().FindAsync(StoreHost.Tenant, ids, CancellationToken.None);
        var byId = found.ToDictionary(invitation => invitation.Id);
        var outbox = scope.ServiceProvider.GetRequiredService<IDeliveryStore>();
        var deliveries = new List<Delivery>(count);
        foreach (var id in ids)
            deliveries.AddRange(await outbox.ListAsync(StoreHost.Tenant, id, CancellationToken.None));
        return new([.. ids.Select(id => byId[id])], deliveries);
    }

    /// <summary>The same once the messages were sent: nobody accepts before.</summary>
    public SampleSet Sent() => this with
    {
        Deliveries = [.. Deliveries.Select(delivery => delivery with { Status = DeliveryStatus.Sent, Attempts = 1, Fence = 1, EndedAt = delivery.DueAt })],
    };

    public SampleSet Take(int count) => new([.. Invitations.Take(count)], [.. Deliveries.Take(count)]);
}
