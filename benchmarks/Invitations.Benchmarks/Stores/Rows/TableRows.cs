using System.Data.Common;

namespace Invitations.Benchmarks.Stores.Rows;

/// <summary>Rows of a table as the database has them, to be written again.</summary>
/// <param name="Table">The table.</param>
/// <param name="Values">The values of each row, in the order of its columns; null where there is none.</param>
internal sealed record TableRows(TableShape Table, IReadOnlyList<object?[]> Values)
{
    /// <summary>Reads a table in the order in which its rows were made.</summary>
    public static async Task<TableRows> ReadAsync(DbConnection connection, TableShape table)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT {table.ColumnList} FROM {table.Name} ORDER BY id";
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<object?[]>();
        while (await reader.ReadAsync())
        {
            var values = new object[table.Columns.Count];
            reader.GetValues(values);
            rows.Add([.. values.Select(value => value is DBNull ? null : value)]);
        }

        return new(table, rows);
    }

    public TableRows Take(int count) => this with { Values = [.. Values.Take(count)] };

    /// <summary>The values of a column of some rows as a typed array.</summary>
    public Array ColumnOf(int column, int first, int count)
    {
        var array = Array.CreateInstance(Table.Columns[column].ValueType, count);
        for (var i = 0; i < count; i++)
            array.SetValue(Values[first + i][column], i);
        return array;
    }
}
