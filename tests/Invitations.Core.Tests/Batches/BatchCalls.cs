using Invitations.Stores;
using Invitations.Stores.InMemory;
using Invitations.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Invitations.Tests.Batches;

/// <summary>What tests do with batches, each in a scope of its own.</summary>
internal static class BatchCalls
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Settings under which a batch may have as many rows as a test needs.</summary>
    public static TenantSettings Large { get; } = new() { BatchSize = 20_000 };

    public static Task<BatchStageResult> StageAsync(
        this TestHost host, IEnumerable<Invite> invites, BatchStageOptions? options = null, Inviter? inviter = null, TenantId? tenant = null) =>
        host.RunAsync<IInvitationBatches, BatchStageResult>(service => service.StageAsync(tenant ?? TestHost.Acme, invites, inviter ?? TestHost.Admin, options, null, Cancel));

    public static Task<BatchStageResult> StageAsync(this TestHost host, IAsyncEnumerable<StagingRow> rows, BatchStageOptions? options = null) =>
        host.RunAsync<IInvitationBatches, BatchStageResult>(service => service.StageAsync(TestHost.Acme, rows, TestHost.Admin, options, null, Cancel));

    /// <summary>A batch of so many people that waits to be sent.</summary>
    public static async Task<InvitationBatch> StagedAsync(this TestHost host, int count, Inviter? inviter = null)
    {
        var result = await host.StageAsync(People.Of(count), null, inviter);
        Assert.Empty(result.Errors);
        return result.Batch!;
    }

    public static Task<BatchSendResult> SendAsync(
        this TestHost host, InvitationBatch batch, BatchSendOptions? options = null, Inviter? sender = null, IProgress<BatchProgress>? progress = null, CancellationToken? cancellation = null) =>
        host.RunAsync<IInvitationBatches, BatchSendResult>(service =>
            service.SendAsync(batch.Tenant, batch.Id, sender ?? TestHost.Admin, options, progress, cancellation ?? Cancel));

    public static Task<T> OnBatchesAsync<T>(this TestHost host, Func<IInvitationBatches, Task<T>> call) => host.RunAsync(call);

    public static Task<int> MaintainAsync(this TestHost host) =>
        host.RunAsync<IInvitationMaintenance, int>(service => service.SendDueBatchesAsync(Cancel));

    public static Task<InvitationBatch?> FindBatchAsync(this TestHost host, InvitationBatch batch, Inviter? viewer = null) =>
        host.RunAsync<IInvitationBatches, InvitationBatch?>(service => service.FindAsync(batch.Tenant, batch.Id, viewer ?? TestHost.Admin, Cancel));

    public static async Task<IReadOnlyList<InvitationBatchRow>> RowsAsync(this TestHost host, InvitationBatch batch)
    {
        var page = await host.RunAsync<IInvitationBatches, BatchRowPage>(service =>
            service.ListRowsAsync(batch.Tenant, batch.Id, TestHost.Admin, new() { PageSize = 500 }, Cancel));
        Assert.Empty(page.Errors);
        return page.Items;
    }

    /// <summary>All rows of all batches that the store holds, whoever may see them.</summary>
    public static async Task<IReadOnlyList<StoredBatchRow>> StoredRowsAsync(this TestHost host)
    {
        await using var scope = host.Scope();
        var session = scope.ServiceProvider.GetRequiredService<InMemorySession>();
        lock (session.Database.Sync)
            return [.. session.Database.BatchRows.All(drafts: false).OrderBy(row => row.BatchId).ThenBy(row => row.Position)];
    }

    /// <summary>All batches that the store holds, whoever may see them.</summary>
    public static async Task<IReadOnlyList<StoredBatch>> StoredBatchesAsync(this TestHost host)
    {
        await using var scope = host.Scope();
        var session = scope.ServiceProvider.GetRequiredService<InMemorySession>();
        lock (session.Database.Sync)
            return [.. session.Database.Batches.All(drafts: false)];
    }

    /// <summary>The trail of batches, in order.</summary>
    public static async Task<IReadOnlyList<AuditAction>> TrailAsync(this TestHost host, InvitationBatch batch)
    {
        await using var scope = host.Scope();
        var session = scope.ServiceProvider.GetRequiredService<InMemorySession>();
        var entries = await new InMemoryAuditStore(session).ListAsync(batch.Tenant, null, Cancel);
        return [.. entries.Where(entry => entry.Details.GetValueOrDefault("batch") == batch.Id.ToString()).Select(entry => entry.Action)];
    }

    public static IReadOnlyList<string> Codes(this IReadOnlyList<InvitationError> errors) => [.. errors.Select(error => error.Code)];
}
