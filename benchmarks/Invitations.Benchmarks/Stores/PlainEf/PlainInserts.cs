using Invitations.Benchmarks.Stores.Databases;
using Invitations.Benchmarks.Stores.Raw;
using Invitations.Benchmarks.Stores.Rows;
using Microsoft.EntityFrameworkCore;

namespace Invitations.Benchmarks.Stores.PlainEf;

/// <summary><c>AddRange</c> and <c>SaveChanges</c> of the first of the same rows, a chunk and a context at a time. It takes long, and all the same for each row.</summary>
internal sealed class PlainInserts
{
    private const int Most = 20_000;

    private readonly BenchmarkDatabase _database;
    private readonly (TableShape Table, List<Dictionary<string, object>> Rows)[] _tables;

    private PlainInserts(BenchmarkDatabase database, params (TableShape Table, List<Dictionary<string, object>> Rows)[] tables)
    {
        _database = database;
        _tables = tables;
    }

    /// <summary>Takes the rows that are in the database.</summary>
    public static async Task<PlainInserts> ReadAsync(BenchmarkDatabase database)
    {
        await using var context = database.NewContext();
        return new(database, (database.Invitations, await RowsOf(database.Invitations)), (database.Deliveries, await RowsOf(database.Deliveries)));

        Task<List<Dictionary<string, object>>> RowsOf(TableShape table) =>
            context.Set<Dictionary<string, object>>(table.Entity).AsNoTracking().OrderBy(row => EF.Property<Guid>(row, "id")).Take(Most).ToListAsync();
    }

    public async Task<int> WriteAsync()
    {
        var count = _tables[0].Rows.Count;
        for (var first = 0; first < count; first += IRawInserts.ChunkSize)
        {
            await using var context = _database.NewContext();
            foreach (var (table, rows) in _tables)
                context.Set<Dictionary<string, object>>(table.Entity).AddRange(rows.GetRange(first, IRawInserts.ChunkSize));
            await context.SaveChangesAsync();
        }

        return count;
    }
}
