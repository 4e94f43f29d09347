using Microsoft.EntityFrameworkCore.Storage;

namespace Invitations.Stores.EntityFramework;

/// <summary>The texts that follow from a table, made once for each model of a host.</summary>
internal sealed class TableSql<TRow>
{
    private readonly ISqlGenerationHelper _sql;

    public TableSql(Table<TRow> table, string name, ISqlGenerationHelper sql)
    {
        _sql = sql;
        Table = table;
        Name = name;
        Columns = string.Join(", ", table.Columns.Select(column => sql.DelimitIdentifier(column.Name)));
        ColumnsOfT = string.Join(", ", table.Columns.Select(column => "t." + sql.DelimitIdentifier(column.Name)));
        Types = [.. table.Columns.Select(column => column.Type)];
        Select = $"SELECT {Columns} FROM {name}";
        InsertOne = $"INSERT INTO {name} ({Columns}) VALUES {ValuesFrom(0)}";
        InsertArrays = $"INSERT INTO {name} ({Columns}) SELECT * FROM {Unnest(table.Columns, 0)}";
    }

    public Table<TRow> Table { get; }

    /// <summary>The types of all columns, which are those of the parameters of an insert.</summary>
    public IReadOnlyList<Type> Types { get; }

    /// <summary>The name with schema, delimited.</summary>
    public string Name { get; }

    /// <summary>All columns, delimited, in the order in which <see cref="Table{TRow}.Read"/> wants them.</summary>
    public string Columns { get; }

    /// <summary>The same of a table called <c>t</c>.</summary>
    public string ColumnsOfT { get; }

    /// <summary><c>SELECT</c> all columns <c>FROM</c> the table.</summary>
    public string Select { get; }

    /// <summary>An insert of one row from the first parameters.</summary>
    public string InsertOne { get; }

    /// <summary>An insert of many rows from an array a column (PostgreSQL).</summary>
    public string InsertArrays { get; }

    /// <summary>A column, delimited.</summary>
    public string this[string column] => _sql.DelimitIdentifier(column);

    /// <summary>An insert of some rows by <c>VALUES</c>.</summary>
    public string InsertRows(int rows) =>
        $"INSERT INTO {Name} ({Columns}) VALUES {string.Join(", ", Enumerable.Range(0, rows).Select(row => ValuesFrom(row * Table.Columns.Count)))}";

    /// <summary><c>unnest</c> with an array for each column.</summary>
    public static string Unnest(IEnumerable<Column<TRow>> columns, int firstParameter) =>
        $"unnest({string.Join(", ", columns.Select((column, i) => $"{Statement.Parameter(firstParameter + i)}::{PostgreSqlType(column.Type)}[]"))})";

    private string ValuesFrom(int firstParameter) =>
        $"({string.Join(", ", Table.Columns.Select((_, i) => Statement.Parameter(firstParameter + i)))})";

    private static string PostgreSqlType(Type type) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        var it when it == typeof(string) => "text",
        var it when it == typeof(Guid) => "uuid",
        var it when it == typeof(long) => "bigint",
        var it when it == typeof(int) => "integer",
        var it when it == typeof(bool) => "boolean",
        var it when it == typeof(DateOnly) => "date",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "No column has values of this type."),
    };
}
