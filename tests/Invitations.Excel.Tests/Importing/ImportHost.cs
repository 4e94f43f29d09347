using System.Text;
using Invitations.Excel.Tests.Files;
using Microsoft.Extensions.DependencyInjection;

namespace Invitations.Excel.Tests.Importing;

/// <summary>A host that imports files, on the store in memory.</summary>
internal sealed class ImportHost : IAsyncDisposable
{
    public static readonly TenantId Tenant = "acme";
    public static readonly Inviter Admin = Inviter.OrganizationAdmin("user-tina", name: "Tina");

    private readonly ServiceProvider _services;
    private readonly AsyncServiceScope _scope;

    public ImportHost(TenantSettings? settings = null, Action<InvitationsBuilder>? configure = null)
    {
        var services = new ServiceCollection();
        var builder = services.AddInvitations(o =>
        {
            o.BaseUrl = new Uri("https://app.example.com/join");
            o.Defaults = settings ?? o.Defaults;
        }).UseEphemeralKeys().AddExcel();
        configure?.Invoke(builder);
        _services = services.BuildServiceProvider();
        _scope = _services.CreateAsyncScope();
    }

    public T Get<T>()
        where T : notnull => _scope.ServiceProvider.GetRequiredService<T>();

    public Task<ImportCheck> CheckAsync(byte[] file, ImportOptions? options = null, Inviter? inviter = null) =>
        Get<IInvitationImports>().CheckAsync(Tenant, new MemoryStream(file), inviter ?? Admin, options, cancellationToken: TestContext.Current.CancellationToken);

    public Task<ImportCheck> CheckAsync(string text, ImportOptions? options = null, Inviter? inviter = null) => CheckAsync(Encoding.UTF8.GetBytes(text), options, inviter);

    public Task<ImportResult> StageAsync(byte[] file, ImportOptions? options = null, IProgress<ImportProgress>? progress = null) =>
        Get<IInvitationImports>().StageAsync(Tenant, new MemoryStream(file), Admin, options, progress, TestContext.Current.CancellationToken);

    public Task<ImportResult> StageAsync(string text, ImportOptions? options = null) => StageAsync(Encoding.UTF8.GetBytes(text), options);

    /// <summary>The invites that the rows of a file become.</summary>
    public async Task<List<ImportRow>> ReadAsync(byte[] file, ImportOptions? options = null)
    {
        options ??= new();
        using var spreadsheet = ReadFile.Open(file, options.Limits);
        var layout = await Get<SheetLayoutReader>().ReadAsync(Tenant, spreadsheet, options, TestContext.Current.CancellationToken);
        return [.. new RowReader(layout, options, _ => { }).Read()];
    }

    public Task<List<ImportRow>> ReadAsync(string text, ImportOptions? options = null) => ReadAsync(Encoding.UTF8.GetBytes(text), options);

    public async ValueTask DisposeAsync()
    {
        await _scope.DisposeAsync();
        await _services.DisposeAsync();
    }
}
