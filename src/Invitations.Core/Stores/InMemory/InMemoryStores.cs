using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Invitations.Stores.InMemory;

/// <summary>Registers the in-memory store: one database for the service provider, one session for each scope.</summary>
internal static class InMemoryStores
{
    /// <summary>Adds each contract that has no implementation yet; a second call adds nothing.</summary>
    public static void Register(IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<InMemoryDatabase>();
        services.TryAddScoped<InMemorySession>();
        services.TryAddScoped<IStoreTransaction>(static provider => provider.GetRequiredService<InMemorySession>());
        services.TryAddScoped<IInvitationStore, InMemoryInvitationStore>();
        services.TryAddScoped<IInvitationQueryStore, InMemoryInvitationQueryStore>();
        services.TryAddScoped<IDeliveryStore, InMemoryDeliveryStore>();
        services.TryAddScoped<IDeliveryReceiptStore, InMemoryDeliveryReceiptStore>();
        services.TryAddScoped<IAuditStore, InMemoryAuditStore>();
        services.TryAddScoped<IIdempotencyStore, InMemoryIdempotencyStore>();
        services.TryAddScoped<IDueStore, InMemoryDueStore>();
        services.TryAddScoped<IInvitationSetStore, InMemoryInvitationSetStore>();
        services.TryAddScoped<IPersonalDataStore, InMemoryPersonalDataStore>();
        services.TryAddScoped<IAttemptStore, InMemoryAttemptStore>();
        services.TryAddScoped<ISeatStore, InMemorySeatStore>();
        services.TryAddScoped<IInvitationLinkStore, InMemoryInvitationLinkStore>();
        services.TryAddScoped<IQuotaStore, InMemoryQuotaStore>();
        services.TryAddScoped<ISuppressionStore, InMemorySuppressionStore>();
        services.TryAddScoped<IBatchStore, InMemoryBatchStore>();
        services.TryAddScoped<IBatchRowStore, InMemoryBatchRowStore>();
        services.TryAddScoped<IInboxStore, InMemoryInboxStore>();
    }
}
