using Invitations;
using Invitations.Stores;
using Invitations.Stores.EntityFramework;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Keeps invitations in the host's own database.</summary>
public static class InvitationsEntityFrameworkBuilderExtensions
{
    /// <summary>
    /// Keeps everything in the tables that <c>modelBuilder.UseInvitations()</c> maps into a context of the host. The context may be registered with
    /// <c>AddDbContext</c>, <c>AddDbContextPool</c>, <c>AddDbContextFactory</c> or <c>AddPooledDbContextFactory</c>; no service of EF Core is replaced.
    /// </summary>
    /// <remarks>
    /// Invitations shares the context of its scope, and so its connection and transaction: the rows of an acceptance handler that uses the same
    /// context commit or roll back with ours, also where the host has begun a transaction. Changes that the host has pending are never saved.
    /// </remarks>
    /// <typeparam name="TContext">The host's context.</typeparam>
    /// <param name="builder">The builder.</param>
    /// <example><code>services.AddInvitations(o => …).UseEntityFramework&lt;AppDbContext&gt;();</code></example>
    public static InvitationsBuilder UseEntityFramework<TContext>(this InvitationsBuilder builder)
        where TContext : DbContext
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Services;
        services.TryAddSingleton(new DialectChoice());
        services.TryAddScoped<HostContext<TContext>>();
        services.Replace(ServiceDescriptor.Scoped(static provider => new EfSession(
            provider.GetRequiredService<HostContext<TContext>>().Context,
            provider.GetRequiredService<DialectChoice>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetService<ILogger<EfSession>>())));
        services.TryAddScoped<LinkUses>();
        services.TryAddScoped<InvitationInserts>();
        services.TryAddScoped<InvitationUpdates>();
        services.TryAddScoped<InvitationSetUpdates>();
        services.TryAddScoped<InvitationEndings>();
        services.TryAddScoped<DeliveryClaims>();
        services.TryAddScoped<DeliveryReports>();
        services.TryAddScoped<DeliveryBacklogs>();
        services.TryAddScoped<FailedDeliveries>();
        services.TryAddScoped<SetWrites>();
        services.Replace(ServiceDescriptor.Scoped<IStoreTransaction, EfTransaction>());
        services.Replace(ServiceDescriptor.Scoped<IInvitationStore, EfInvitationStore>());
        services.Replace(ServiceDescriptor.Scoped<IInvitationLinkStore, EfInvitationLinkStore>());
        services.Replace(ServiceDescriptor.Scoped<IInvitationQueryStore, EfInvitationQueryStore>());
        services.Replace(ServiceDescriptor.Scoped<IDeliveryStore, EfDeliveryStore>());
        services.Replace(ServiceDescriptor.Scoped<IDeliveryReceiptStore, EfDeliveryReceiptStore>());
        services.Replace(ServiceDescriptor.Scoped<IDueStore, EfDueStore>());
        services.Replace(ServiceDescriptor.Scoped<IInvitationSetStore, EfInvitationSetStore>());
        services.Replace(ServiceDescriptor.Scoped<IPersonalDataStore, EfPersonalDataStore>());
        services.Replace(ServiceDescriptor.Scoped<IAuditStore, EfAuditStore>());
        services.Replace(ServiceDescriptor.Scoped<IIdempotencyStore, EfIdempotencyStore>());
        services.Replace(ServiceDescriptor.Scoped<IAttemptStore, EfAttemptStore>());
        services.TryAddScoped<QuotaTakes>();
        services.Replace(ServiceDescriptor.Scoped<ISeatStore, EfSeatStore>());
        services.Replace(ServiceDescriptor.Scoped<IQuotaStore, EfQuotaStore>());
        services.Replace(ServiceDescriptor.Scoped<ISuppressionStore, EfSuppressionStore>());
        services.Replace(ServiceDescriptor.Scoped<IInboxStore, EfInboxStore>());
        services.Replace(ServiceDescriptor.Scoped<IBatchStore, EfBatchStore>());
        services.Replace(ServiceDescriptor.Scoped<IBatchRowStore, EfBatchRowStore>());
        return builder;
    }
}
