using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Invitations.Benchmarks.Stores.Rows;

/// <summary>A table as the model of a context has it: what raw statements are made of, so that they write what ours write.</summary>
internal sealed class TableShape
{
    private TableShape(DbContext context, IEntityType entity)
    {
        Entity = entity.Name;
        var table = StoreObjectIdentifier.Create(entity, StoreObjectType.Table)!.Value;
        var sql = context.GetService<ISqlGenerationHelper>();
        Name = sql.DelimitIdentifier(table.Name, table.Schema);
        Columns = [.. entity.GetProperties().Select(property => ColumnOf(property, table))];
        ColumnList = string.Join(", ", Columns.Select(column => sql.DelimitIdentifier(column.Name)));
    }

    /// <summary>The name of the entity.</summary>
    public string Entity { get; }

    /// <summary>The name, delimited.</summary>
    public string Name { get; }

    public IReadOnlyList<Column> Columns { get; }

    /// <summary>All columns, delimited.</summary>
    public string ColumnList { get; }

    public static TableShape Of(DbContext context, string table) =>
        new(context, context.Model.GetEntityTypes().Single(entity => entity.GetTableName() == table));

    private static Column ColumnOf(IProperty property, StoreObjectIdentifier table) =>
        new(property.GetColumnName(table)!, property.GetColumnType(), property.GetRelationalTypeMapping().Converter?.ProviderClrType ?? property.ClrType);

    /// <summary>A column.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="Type">Its type in the database.</param>
    /// <param name="ValueType">The type of its values; a nullable value type where it can be empty.</param>
    internal sealed record Column(string Name, string Type, Type ValueType);
}
