using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Invitations.EntityFramework.Tests.Fixtures;

/// <summary>A small host whose people join by accepting.</summary>
internal sealed class Host(ServiceProvider services) : IAsyncDisposable
{
    public static readonly Inviter Admin = Inviter.OrganizationAdmin("user-admin");

    private readonly string _tenant = $"tenant-{Guid.NewGuid():N}";

    public TenantId Tenant => new(_tenant);

    public IServiceProvider Services => services;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<Host> StartAsync(EfFixture fixture, JoinTeam.Behaviour? behaviour = null, Action<InvitationsBuilder>? wire = null) =>
        new(await fixture.StartHostAsync(
            builder =>
            {
                builder.Services.AddSingleton(behaviour ?? new());
                builder.AddAcceptanceHandler<JoinTeam>();
                wire?.Invoke(builder);
            },
            Cancellation));

    public AsyncServiceScope Scope() => services.CreateAsyncScope();

    /// <summary>Invites somebody and gives the token of the link.</summary>
    public async Task<string> InviteAsync()
    {
        await using var scope = Scope();
        var result = await scope.ServiceProvider.GetRequiredService<IInvitationService>().InviteAsync(
            Tenant, new($"{Guid.NewGuid():N}@example.com"), Admin, cancellationToken: Cancellation);
        var shown = await scope.ServiceProvider.GetRequiredService<IInvitationAdministration>().ShowSecretAsync(
            Tenant, result.InvitationId!.Value, Admin, Cancellation);
        return shown.Secrets!.Token;
    }

    public async Task<int> MembersAsync()
    {
        await using var scope = Scope();
        return await scope.ServiceProvider.GetRequiredService<HostDbContext>().Memberships.CountAsync(member => member.Tenant == _tenant, Cancellation);
    }

    public async Task<IReadOnlyList<Invitation>> InvitationsAsync()
    {
        await using var scope = Scope();
        return (await scope.ServiceProvider.GetRequiredService<IInvitationQueries>().ListAsync(Tenant, Admin, cancellationToken: Cancellation)).Items;
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();
}
