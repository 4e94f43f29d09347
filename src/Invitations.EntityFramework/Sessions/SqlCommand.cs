using System.Data;
using System.Data.Common;

namespace Invitations.Stores.EntityFramework;

/// <summary>One or more statements that go to the server together where its provider can; the last one's outcome is the outcome.</summary>
internal sealed class SqlCommand(DbConnection connection, DbTransaction? transaction, int? timeout, IReadOnlyList<Statement> statements)
{
    public IReadOnlyList<Statement> Statements => statements;

    public async Task<int> ExecuteAsync(CancellationToken cancellationToken)
    {
        if (IsBatch)
        {
            var batch = CreateBatch();
            await using var disposal = batch.ConfigureAwait(false);
            await batch.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
            return batch.BatchCommands.TakeLast(statements[^1].More.Count + 1).Sum(command => command.RecordsAffected);
        }

        var changed = 0;
        foreach (var statement in statements)
        {
            changed = 0;
            var command = CreateCommand(statement);
            await using var disposal = command.ConfigureAwait(false);
            foreach (var values in Sets(statement))
            {
                Bind(command, values);
                changed += await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
            }
        }

        return changed;
    }

    /// <summary>Reads the rows of the last statement; the others must have none.</summary>
    public async Task ReadAsync(Action<DbDataReader> row, CancellationToken cancellationToken)
    {
        if (IsBatch)
        {
            var batch = CreateBatch();
            await using var disposal = batch.ConfigureAwait(false);
            await ReadAsync(await batch.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false), row, cancellationToken).ConfigureAwait(false);
            return;
        }

        foreach (var statement in statements)
        {
            var command = CreateCommand(statement);
            await using var disposal = command.ConfigureAwait(false);
            foreach (var values in Sets(statement))
            {
                Bind(command, values);
                await ReadAsync(await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false), row, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private bool IsBatch => statements.Count > 1 && connection.CanCreateBatch;

    private static async Task ReadAsync(DbDataReader reader, Action<DbDataReader> row, CancellationToken cancellationToken)
    {
        await using var disposal = reader.ConfigureAwait(false);
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
            row(reader);
    }

    private DbCommand CreateCommand(Statement statement)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // The text is made of names of the model and of parameters; values never become a part of it.
        command.CommandText = statement.Text;
#pragma warning restore CA2100
        command.Transaction = transaction;
        if (timeout is { } seconds)
            command.CommandTimeout = seconds;
        for (var i = 0; i < statement.Values.Count; i++)
            command.Parameters.Add(Set(command.CreateParameter(), statement, i, statement.Values[i]));
        return command;
    }

    private DbBatch CreateBatch()
    {
        var batch = connection.CreateBatch();
        batch.Transaction = transaction;
        if (timeout is { } seconds)
            batch.Timeout = seconds;
        foreach (var statement in statements)
        {
            foreach (var values in Sets(statement))
            {
                var command = batch.CreateBatchCommand();
                command.CommandText = statement.Text;
                for (var i = 0; i < values.Count; i++)
                    command.Parameters.Add(Set(command.CreateParameter(), statement, i, values[i]));
                batch.BatchCommands.Add(command);
            }
        }

        return batch;
    }

    private static IEnumerable<IReadOnlyList<object?>> Sets(Statement statement) => statement.More.Count == 0 ? [statement.Values] : statement.More.Prepend(statement.Values);

    private static void Bind(DbCommand command, IReadOnlyList<object?> values)
    {
        for (var i = 0; i < values.Count; i++)
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
    }

    private static DbParameter Set(DbParameter parameter, Statement statement, int index, object? value)
    {
        parameter.ParameterName = Statement.Parameter(index);
        parameter.Value = value ?? DBNull.Value;
        if (index < statement.Types.Count)
            parameter.DbType = DbTypeOf(statement.Types[index]);
        return parameter;
    }

    private static DbType DbTypeOf(Type type) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        var it when it == typeof(string) => DbType.String,
        var it when it == typeof(Guid) => DbType.Guid,
        var it when it == typeof(long) => DbType.Int64,
        var it when it == typeof(int) => DbType.Int32,
        var it when it == typeof(bool) => DbType.Boolean,
        var it when it == typeof(DateOnly) => DbType.Date,
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "No column has values of this type."),
    };
}
