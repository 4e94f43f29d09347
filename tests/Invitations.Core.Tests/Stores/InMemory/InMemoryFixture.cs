using Invitations.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Invitations.Tests.Stores.InMemory;

#region store-fixture
public sealed class InMemoryFixture : StoreFixture
{
    private readonly ServiceProvider _services = InMemoryServices.Build();

    public override ValueTask<StoreSession> OpenSessionAsync(CancellationToken cancellationToken) => new(StoreSession.From(_services));

    public override async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await base.DisposeAsync();
    }
}
#endregion
