using Invitations.Benchmarks.Stores.Databases;
using Invitations.Benchmarks.Stores.Measuring;
using Invitations.Benchmarks.Stores.PlainEf;
using Invitations.Benchmarks.Stores.Raw;
using Invitations.Benchmarks.Stores.Rows;
using Npgsql;

namespace Invitations.Benchmarks.Stores.Contests;

/// <summary>Writing many invitations with their deliveries, 1,000 a transaction: the same rows into the same tables and indexes by everybody.</summary>
internal static class PersistContest
{
    public static async Task RunAsync(BenchmarkDatabase database, SampleSet samples, Contest contest, Report report)
    {
        var (invitations, deliveries) = await StoredRows.OfAsync(database, samples);
        await using var connection = await database.ConnectAsync();
        var plain = await PlainInserts.ReadAsync(database);

        List<Contestant> contestants =
        [
            new("ours", database.ResetAsync, () => StoredRows.WriteAsync(database, samples)),
            new("raw", database.ResetAsync, () => WriteRawAsync(database, invitations, deliveries)),
            new("plain EF", database.ResetAsync, plain.WriteAsync),
        ];
        if (connection is NpgsqlConnection copying)
            contestants.Add(new("COPY", database.ResetAsync, () => CopyAsync(copying, invitations, deliveries)));
        var rates = await contest.RunAsync($"{database.Name} persist", contestants);

        var what = $"{database.Name}: persist {samples.Invitations.Count:N0} invitations with deliveries";
        report.Add(new(what, "rows/s", rates[0], "raw multi-row inserts", rates[1], Target.AtLeast(0.7)));
        report.Add(new(what, "rows/s", rates[0], "AddRange + SaveChanges", rates[2], Target.AtLeast(3)));
        if (rates.Length > 3)
            report.Add(new(what, "rows/s", rates[0], "binary COPY", rates[3]));
    }

    private static async Task<int> WriteRawAsync(BenchmarkDatabase database, TableRows invitations, TableRows deliveries)
    {
        await using var connection = await database.ConnectAsync();
        await using var first = database.Insert(connection, invitations);
        await using var second = database.Insert(connection, deliveries);
        for (var row = 0; row < invitations.Values.Count; row += IRawInserts.ChunkSize)
        {
            await using var transaction = await connection.BeginTransactionAsync();
            await first.WriteAsync(transaction, row);
            await second.WriteAsync(transaction, row);
            await transaction.CommitAsync();
        }

        return invitations.Values.Count;
    }

    private static async Task<int> CopyAsync(NpgsqlConnection connection, TableRows invitations, TableRows deliveries)
    {
        await using var transaction = await connection.BeginTransactionAsync();
        await BinaryCopy.WriteAsync(connection, invitations);
        await BinaryCopy.WriteAsync(connection, deliveries);
        await transaction.CommitAsync();
        return invitations.Values.Count;
    }
}
