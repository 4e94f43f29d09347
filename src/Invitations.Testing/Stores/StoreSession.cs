using Invitations.Stores;
using Microsoft.Extensions.DependencyInjection;

namespace Invitations.Testing;

/// <summary>The contracts of one session. What one of them writes in a transaction, the others of the session see.</summary>
public sealed class StoreSession : IAsyncDisposable
{
    /// <summary>Runs transactions.</summary>
    public required IStoreTransaction Transaction { get; init; }

    /// <summary>Keeps invitations.</summary>
    public required IInvitationStore Invitations { get; init; }

    /// <summary>Lists invitations.</summary>
    public required IInvitationQueryStore Queries { get; init; }

    /// <summary>The outbox.</summary>
    public required IDeliveryStore Deliveries { get; init; }

    /// <summary>Keeps what providers say about messages.</summary>
    public required IDeliveryReceiptStore Receipts { get; init; }

    /// <summary>The trail.</summary>
    public required IAuditStore Audit { get; init; }

    /// <summary>Remembers operations.</summary>
    public required IIdempotencyStore Idempotency { get; init; }

    /// <summary>Counts attempts.</summary>
    public required IAttemptStore Attempts { get; init; }

    /// <summary>Counts seats.</summary>
    public required ISeatStore Seats { get; init; }

    /// <summary>Keeps links for many people.</summary>
    public required IInvitationLinkStore Links { get; init; }

    /// <summary>Counts messages.</summary>
    public required IQuotaStore Quotas { get; init; }

    /// <summary>Keeps which addresses are not invited.</summary>
    public required ISuppressionStore Suppressions { get; init; }

    /// <summary>Finds a person's open invitations.</summary>
    public required IInboxStore Inbox { get; init; }

    /// <summary>Finds what is due.</summary>
    public required IDueStore Due { get; init; }

    /// <summary>Does one thing to many invitations.</summary>
    public required IInvitationSetStore Sets { get; init; }

    /// <summary>Finds and lets go of what is kept about people.</summary>
    public required IPersonalDataStore PersonalData { get; init; }

    /// <summary>Keeps batches.</summary>
    public required IBatchStore Batches { get; init; }

    /// <summary>Keeps the rows of batches.</summary>
    public required IBatchRowStore BatchRows { get; init; }

    /// <summary>What is disposed of with the session, or null.</summary>
    public IAsyncDisposable? Owned { get; init; }

    /// <summary>Opens a service scope and takes the contracts from it. The scope ends with the session.</summary>
    /// <param name="services">A service provider with all contracts.</param>
    /// <exception cref="InvalidOperationException">A contract is not registered.</exception>
    public static StoreSession From(IServiceProvider services)
    {
        var scope = services.CreateAsyncScope();
        var provider = scope.ServiceProvider;
        return new()
        {
            Transaction = provider.GetRequiredService<IStoreTransaction>(),
            Invitations = provider.GetRequiredService<IInvitationStore>(),
            Queries = provider.GetRequiredService<IInvitationQueryStore>(),
            Deliveries = provider.GetRequiredService<IDeliveryStore>(),
            Receipts = provider.GetRequiredService<IDeliveryReceiptStore>(),
            Audit = provider.GetRequiredService<IAuditStore>(),
            Idempotency = provider.GetRequiredService<IIdempotencyStore>(),
            Attempts = provider.GetRequiredService<IAttemptStore>(),
            Seats = provider.GetRequiredService<ISeatStore>(),
            Links = provider.GetRequiredService<IInvitationLinkStore>(),
            Quotas = provider.GetRequiredService<IQuotaStore>(),
            Suppressions = provider.GetRequiredService<ISuppressionStore>(),
            Inbox = provider.GetRequiredService<IInboxStore>(),
            Due = provider.GetRequiredService<IDueStore>(),
            Sets = provider.GetRequiredService<IInvitationSetStore>(),
            PersonalData = provider.GetRequiredService<IPersonalDataStore>(),
            Batches = provider.GetRequiredService<IBatchStore>(),
            BatchRows = provider.GetRequiredService<IBatchRowStore>(),
            Owned = scope,
        };
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Owned?.DisposeAsync() ?? ValueTask.CompletedTask;
}
