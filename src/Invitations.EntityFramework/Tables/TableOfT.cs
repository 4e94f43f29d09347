using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Invitations.Stores.EntityFramework;

/// <summary>The one definition of a table: mapping, inserts, updates and selects all follow from its columns.</summary>
internal abstract class Table<TRow>(string name) : Table(name)
{
    private readonly List<Column<TRow>> _columns = [];
    private readonly List<TableIndex> _indexes = [];

    public IReadOnlyList<Column<TRow>> Columns => _columns;

    public IReadOnlyList<TableIndex> Indexes => _indexes;

    public override string? TenantColumn => _columns.Exists(column => column.Name == "tenant") ? "tenant" : null;

    /// <summary>Makes a row from a reader that stands on one, selected with all columns in their order.</summary>
    public abstract TRow Read(DbDataReader reader);

    public sealed override void Map(ModelBuilder model, InvitationsModelOptions options) =>
        model.SharedTypeEntity<Dictionary<string, object>>(Entity, entity =>
        {
            var table = options.TablePrefix + Name;
            entity.ToTable(table, options.Schema);
            foreach (var column in _columns)
                Map(entity, column, options);
            entity.HasKey(Key).HasName($"pk_{table}");
            foreach (var index in _indexes)
                entity.HasIndex(index.Columns, $"ix_{table}_{index.Name}").IsUnique(index.IsUnique).HasFilter(index.Filter);
        });

    public Column<TRow, TValue> Value<TValue>(string name, Func<TRow, TValue> get)
        where TValue : struct => Add(new Column<TRow, TValue>(name, get) { IsRequired = true });

    public Column<TRow, TValue?> Optional<TValue>(string name, Func<TRow, TValue?> get)
        where TValue : struct => Add(new Column<TRow, TValue?>(name, get));

    public Column<TRow, string> Text(string name, Func<TRow, string> get, int? maxLength = null, bool isKey = false) =>
        Add(new Column<TRow, string>(name, get) { IsRequired = true, MaxLength = maxLength, IsKey = isKey });

    public Column<TRow, string?> OptionalText(string name, Func<TRow, string?> get, int? maxLength = null, bool isKey = false) =>
        Add(new Column<TRow, string?>(name, get) { MaxLength = maxLength, IsKey = isKey });

    protected void Index(string name, params string[] columns) => _indexes.Add(new(name, columns));

    protected void FilteredIndex(string name, string filter, params string[] columns) => _indexes.Add(new(name, columns, Filter: filter));

    protected void UniqueIndex(string name, string filter, params string[] columns) => _indexes.Add(new(name, columns, IsUnique: true, filter));

    private static void Map(EntityTypeBuilder entity, Column<TRow> column, InvitationsModelOptions options)
    {
        var property = entity.IndexerProperty(column.Type, column.Name).HasColumnName(column.Name).IsRequired(column.IsRequired).ValueGeneratedNever();
        if (column.MaxLength is { } length)
            property.HasMaxLength(length);
        if (column.IsKey && options.KeyCollation is { } collation)
            property.UseCollation(collation);
        if (column.IsKey && options.KeyColumnType is { } type)
            property.HasColumnType(type(column.MaxLength));
    }

    private TColumn Add<TColumn>(TColumn column)
        where TColumn : Column<TRow>
    {
        column.Index = _columns.Count;
        _columns.Add(column);
        return column;
    }
}
