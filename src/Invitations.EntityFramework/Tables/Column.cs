namespace Invitations.Stores.EntityFramework;

/// <summary>One column of a table: how it is called and typed, and how its value is taken from a row.</summary>
internal abstract class Column<TRow>(string name, Type type)
{
    public string Name { get; } = name;

    /// <summary>The type of the value; a nullable value type where the column may be empty.</summary>
    public Type Type { get; } = type;

    /// <summary>The place among the columns of the table, which is the order of every insert and select.</summary>
    public int Index { get; set; }

    public bool IsRequired { get; init; }

    public int? MaxLength { get; init; }

    /// <summary>Whether it is compared with other texts, so that its collation matters.</summary>
    public bool IsKey { get; init; }

    public abstract object? ValueOf(TRow row);

    /// <summary>The values of many rows as a typed array.</summary>
    public abstract Array ValuesOf(IReadOnlyList<TRow> rows);
}
