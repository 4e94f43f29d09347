using Microsoft.Extensions.DependencyInjection;

namespace Invitations.Excel.Tests.Hosting;

/// <summary>A host with spreadsheets, on the store in memory.</summary>
internal sealed class ExcelHost : IAsyncDisposable
{
    public static readonly TenantId Tenant = "acme";
    public static readonly Inviter Admin = Inviter.OrganizationAdmin("user-tina", name: "Tina");

    private readonly ServiceProvider _services;
    private readonly AsyncServiceScope _scope;

    public ExcelHost(TenantSettings? settings = null, Action<InvitationsBuilder>? configure = null)
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Clock);
        var builder = services.AddInvitations(o =>
        {
            o.BaseUrl = new Uri("https://app.example.com/join");
            o.Defaults = settings ?? o.Defaults;
        }).UseEphemeralKeys().AddExcel();
        configure?.Invoke(builder);
        _services = services.BuildServiceProvider();
        _scope = _services.CreateAsyncScope();
    }

    public StandingClock Clock { get; } = new();

    public T Get<T>()
        where T : notnull => _scope.ServiceProvider.GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        await _scope.DisposeAsync();
        await _services.DisposeAsync();
    }
}
