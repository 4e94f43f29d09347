using System.Data.Common;

namespace Invitations.Stores.EntityFramework;

/// <summary>A column with values of one type.</summary>
internal sealed class Column<TRow, TValue>(string name, Func<TRow, TValue> get) : Column<TRow>(name, typeof(TValue))
{
    public override object? ValueOf(TRow row) => get(row);

    public override Array ValuesOf(IReadOnlyList<TRow> rows)
    {
        var values = new TValue[rows.Count];
        for (var i = 0; i < values.Length; i++)
            values[i] = get(rows[i]);
        return values;
    }

    /// <summary>The value in a row that was selected with all columns of the table.</summary>
    public TValue Read(DbDataReader reader) => reader.IsDBNull(Index) ? default! : reader.GetFieldValue<TValue>(Index);
}
