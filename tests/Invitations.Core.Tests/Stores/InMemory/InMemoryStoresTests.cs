using Invitations.Stores;
using Invitations.Stores.InMemory;
using Invitations.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Invitations.Tests.Stores.InMemory;

public sealed class InMemoryStoresTests
{
    [Fact]
    public void Registering_twice_adds_nothing()
    {
        var services = new ServiceCollection();
        InMemoryStores.Register(services);
        var count = services.Count;

        InMemoryStores.Register(services);

        Assert.Equal(count, services.Count);
    }

    [Fact]
    public async Task A_host_replaces_a_single_contract()
    {
        var services = new ServiceCollection();
        services.AddSingleton<IAuditStore>(new SilentAudit());
        InMemoryStores.Register(services);
        await using var provider = services.BuildServiceProvider();

        await using var session = StoreSession.From(provider);

        Assert.IsType<SilentAudit>(session.Audit);
        Assert.NotNull(session.Invitations);
    }

    [Fact]
    public async Task Two_providers_share_nothing()
    {
        await using var one = InMemoryServices.Build();
        await using var two = InMemoryServices.Build();
        var invitation = SampleInvitations.Pending("acme");
        await using var session = StoreSession.From(one);
        await session.Invitations.AddAsync([invitation], TestContext.Current.CancellationToken);

        await using var other = StoreSession.From(two);

        Assert.Null(await other.Invitations.FindByTokenAsync(invitation.Id, TestContext.Current.CancellationToken));
    }

    private sealed class SilentAudit : IAuditStore
    {
        public Task AppendAsync(IReadOnlyList<AuditEntry> entries, CancellationToken cancellationToken) => Task.CompletedTask;

        public Task<IReadOnlyList<AuditEntry>> ListAsync(TenantId tenant, Guid? invitationId, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<AuditEntry>>([]);

        public Task<IReadOnlyList<AuditEntry>> ListOfLinkAsync(TenantId tenant, Guid linkId, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<AuditEntry>>([]);
    }
}
