using Invitations.Benchmarks.Stores.Databases;
using Invitations.Benchmarks.Stores.Raw;
using Invitations.Stores;
using Microsoft.Extensions.DependencyInjection;

namespace Invitations.Benchmarks.Stores.Rows;

/// <summary>How our store writes invitations and deliveries into a database.</summary>
internal static class StoredRows
{
    /// <summary>Writes them into the empty database and reads them back as rows, which can then be written by anybody.</summary>
    public static async Task<(TableRows Invitations, TableRows Deliveries)> OfAsync(BenchmarkDatabase database, SampleSet samples)
    {
        await database.ResetAsync();
        await WriteAsync(database, samples);
        await using var connection = await database.ConnectAsync();
        return (await TableRows.ReadAsync(connection, database.Invitations), await TableRows.ReadAsync(connection, database.Deliveries));
    }

    /// <summary>Writes them by our store, a chunk a transaction.</summary>
    public static async Task<int> WriteAsync(BenchmarkDatabase database, SampleSet samples)
    {
        await using var scope = database.Host.OpenScope();
        var transaction = scope.ServiceProvider.GetRequiredService<IStoreTransaction>();
        var invitations = scope.ServiceProvider.GetRequiredService<IInvitationStore>();
        var deliveries = scope.ServiceProvider.GetRequiredService<IDeliveryStore>();
        foreach (var (chunk, queued) in samples.Invitations.Chunk(IRawInserts.ChunkSize).Zip(samples.Deliveries.Chunk(IRawInserts.ChunkSize)))
        {
            var conflicts = await transaction.ExecuteAsync(
                async token =>
                {
                    var held = await invitations.AddAsync(chunk, token);
                    await deliveries.AddAsync(queued, token);
                    return TransactionOutcome.Commit(held.Count);
                },
                CancellationToken.None);
            if (conflicts > 0)
                throw new InvalidOperationException($"{conflicts} rows were left out.");
        }

        return samples.Invitations.Count;
    }
}
