using System.Data.Common;
using Invitations.Benchmarks.Stores.Rows;
using Microsoft.Data.Sqlite;

namespace Invitations.Benchmarks.Stores.Raw;

/// <summary>SQLite: one prepared insert of several rows, run as often as a chunk needs it.</summary>
internal sealed class PreparedInserts : IRawInserts
{
    private const int RowsOfStatement = 20;

    private readonly SqliteCommand _command;
    private readonly IReadOnlyList<object?[]> _rows;

    public PreparedInserts(SqliteConnection connection, TableRows rows)
    {
        _rows = rows.Values;
        var columns = rows.Table.Columns.Count;
        var row = (int number) => $"({string.Join(", ", Enumerable.Range(number * columns, columns).Select(i => $"@p{i}"))})";
        _command = connection.CreateCommand();
        _command.CommandText = $"INSERT INTO {rows.Table.Name} ({rows.Table.ColumnList}) VALUES {string.Join(", ", Enumerable.Range(0, RowsOfStatement).Select(row))}";
        for (var i = 0; i < columns * RowsOfStatement; i++)
            _command.Parameters.Add(new SqliteParameter($"@p{i}", null));
    }

    public Task WriteAsync(DbTransaction transaction, int first)
    {
        _command.Transaction = (SqliteTransaction)transaction;
        for (var i = 0; i < IRawInserts.ChunkSize; i += RowsOfStatement)
        {
            var parameter = 0;
            for (var row = 0; row < RowsOfStatement; row++)
            {
                foreach (var value in _rows[first + i + row])
                    _command.Parameters[parameter++].Value = value ?? DBNull.Value;
            }

            _command.ExecuteNonQuery();
        }

        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync() => _command.DisposeAsync();
}
