using System.Data.Common;
using Invitations.Benchmarks.Stores.Rows;
using Npgsql;

namespace Invitations.Benchmarks.Stores.Raw;

/// <summary>PostgreSQL: one prepared <c>INSERT ... SELECT FROM unnest</c> a chunk, its arrays made beforehand.</summary>
internal sealed class UnnestInserts : IRawInserts
{
    private readonly NpgsqlCommand _command;
    private readonly Array[][] _chunks;

    public UnnestInserts(NpgsqlConnection connection, TableRows rows)
    {
        var table = rows.Table;
        var arrays = string.Join(", ", table.Columns.Select((_, i) => $"${i + 1}"));
        _command = new NpgsqlCommand($"INSERT INTO {table.Name} ({table.ColumnList}) SELECT * FROM unnest({arrays})", connection);
        foreach (var column in table.Columns)
            _command.Parameters.Add(new NpgsqlParameter { DataTypeName = BaseType(column.Type) + "[]" });
        _chunks = [.. Enumerable.Range(0, (rows.Values.Count + IRawInserts.ChunkSize - 1) / IRawInserts.ChunkSize).Select(chunk => ArraysOf(rows, chunk))];
    }

    public async Task WriteAsync(DbTransaction transaction, int first)
    {
        var chunk = _chunks[first / IRawInserts.ChunkSize];
        for (var i = 0; i < chunk.Length; i++)
            _command.Parameters[i].Value = chunk[i];
        if (!_command.IsPrepared)
            await _command.PrepareAsync();
        await _command.ExecuteNonQueryAsync();
    }

    public ValueTask DisposeAsync() => _command.DisposeAsync();

    private static Array[] ArraysOf(TableRows rows, int chunk)
    {
        var first = chunk * IRawInserts.ChunkSize;
        var count = Math.Min(IRawInserts.ChunkSize, rows.Values.Count - first);
        return [.. rows.Table.Columns.Select((_, column) => rows.ColumnOf(column, first, count))];
    }

    // An array has no length limit: varchar(200) is character varying.
    private static string BaseType(string type) => type.Split('(')[0];
}
