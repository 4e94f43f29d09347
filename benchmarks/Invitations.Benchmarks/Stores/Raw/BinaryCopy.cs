using Invitations.Benchmarks.Stores.Rows;
using Npgsql;

namespace Invitations.Benchmarks.Stores.Raw;

/// <summary>PostgreSQL: binary COPY of a whole table, the ceiling: it says nothing of rows that conflict.</summary>
internal static class BinaryCopy
{
    public static async Task WriteAsync(NpgsqlConnection connection, TableRows rows)
    {
        var table = rows.Table;
        var types = table.Columns.Select(column => column.Type.Split('(')[0]).ToArray();
        await using var writer = await connection.BeginBinaryImportAsync($"COPY {table.Name} ({table.ColumnList}) FROM STDIN (FORMAT BINARY)");
        foreach (var row in rows.Values)
        {
            await writer.StartRowAsync();
            for (var i = 0; i < row.Length; i++)
            {
                if (row[i] is { } value)
                    await writer.WriteAsync(value, types[i]);
                else
                    await writer.WriteNullAsync();
            }
        }

        await writer.CompleteAsync();
    }
}
