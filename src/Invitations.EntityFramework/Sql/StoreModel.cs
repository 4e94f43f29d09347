using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Invitations.Stores.EntityFramework;

/// <summary>What a host's model calls our tables, and the texts of statements that follow from it. Made once for each model.</summary>
internal sealed class StoreModel
{
    private const string Annotation = "Invitations:StoreModel";

    private readonly IModel _model;
    private readonly ISqlGenerationHelper _sql;
    private readonly string _contextName;
    private readonly ConcurrentDictionary<Table, object> _tables = new();
    private readonly ConcurrentDictionary<(Table Table, string Name), string> _texts = new();

    private StoreModel(DbContext context)
    {
        _model = context.Model;
        _sql = context.GetService<ISqlGenerationHelper>();
        _contextName = context.GetType().Name;
    }

    public static StoreModel Of(DbContext context) =>
        context.Model.GetOrAddRuntimeAnnotationValue(Annotation, static it => new StoreModel(it!), context);

    public TableSql<TRow> Sql<TRow>(Table<TRow> table) => (TableSql<TRow>)_tables.GetOrAdd(table, _ => new TableSql<TRow>(table, NameOf(table), _sql));

    /// <summary>A text that is made once.</summary>
    /// <param name="table">The table that it is about.</param>
    /// <param name="name">What it is called among the texts about that table.</param>
    /// <param name="make">Makes it.</param>
    public string Text<TRow>(Table<TRow> table, string name, Func<TableSql<TRow>, string> make) =>
        _texts.TryGetValue((table, name), out var text) ? text : _texts.GetOrAdd((table, name), make(Sql(table)));

    /// <summary>What a table is called, and how its columns are written, for statements that do not depend on its rows.</summary>
    public (string Table, Func<string, string> Column) Names(Table table) => (NameOf(table), _sql.DelimitIdentifier);

    private string NameOf(Table table)
    {
        var entity = _model.FindEntityType(table.Entity) ?? throw new InvalidOperationException(
            $"INV012: the model of {_contextName} has no table '{table.Name}'. Call 'modelBuilder.UseInvitations()' in {_contextName}.OnModelCreating, " +
            "and add a migration.");
        return _sql.DelimitIdentifier(entity.GetTableName()!, entity.GetSchema());
    }
}
