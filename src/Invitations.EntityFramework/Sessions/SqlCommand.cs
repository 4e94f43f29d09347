using System.Data.Common;

namespace Invitations.Stores.EntityFramework;

/// <summary>One or more statements that go to the server together where its provider can; the last one's outcome is the outcome.</summary>
internal sealed class SqlCommand(DbConnection connection, DbTransaction? transaction, int? timeout, List<Statement> statements) : IAsyncDisposable
{
    private DbBatch? _batch;
    private DbCommand? _command;

    public IReadOnlyList<Statement> Statements => statements;

    public async Task<int> ExecuteNonQueryAsync(CancellationToken cancellationToken)
    {
        if (statements.Count > 1 && connection.CanCreateBatch)
        {
            var batch = CreateBatch();
            await batch.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
            return batch.BatchCommands[^1].RecordsAffected;
        }

        await RunFormerAsync(cancellationToken).ConfigureAwait(false);
        return await CreateCommand(statements[^1]).ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>A reader of the rows of the last statement; the others must have none.</summary>
    public async Task<DbDataReader> ExecuteReaderAsync(CancellationToken cancellationToken)
    {
        if (statements.Count > 1 && connection.CanCreateBatch)
            return await CreateBatch().ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await RunFormerAsync(cancellationToken).ConfigureAwait(false);
        return await CreateCommand(statements[^1]).ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        if (_batch is not null)
            await _batch.DisposeAsync().ConfigureAwait(false);
        if (_command is not null)
            await _command.DisposeAsync().ConfigureAwait(false);
    }

    private async Task RunFormerAsync(CancellationToken cancellationToken)
    {
        for (var i = 0; i < statements.Count - 1; i++)
        {
            var command = CreateCommand(statements[i]);
            await using var disposal = command.ConfigureAwait(false);
            await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private DbCommand CreateCommand(Statement statement)
    {
        var command = _command = connection.CreateCommand();
#pragma warning disable CA2100 // The text is made of names of the model and of parameters; values never become a part of it.
        command.CommandText = statement.Text;
#pragma warning restore CA2100
        command.Transaction = transaction;
        if (timeout is { } seconds)
            command.CommandTimeout = seconds;
        for (var i = 0; i < statement.Values.Count; i++)
            command.Parameters.Add(Set(command.CreateParameter(), i, statement.Values[i]));
        return command;
    }

    private DbBatch CreateBatch()
    {
        var batch = _batch = connection.CreateBatch();
        batch.Transaction = transaction;
        if (timeout is { } seconds)
            batch.Timeout = seconds;
        foreach (var statement in statements)
        {
            var command = batch.CreateBatchCommand();
            command.CommandText = statement.Text;
            for (var i = 0; i < statement.Values.Count; i++)
                command.Parameters.Add(Set(command.CreateParameter(), i, statement.Values[i]));
            batch.BatchCommands.Add(command);
        }

        return batch;
    }

    private static DbParameter Set(DbParameter parameter, int index, object? value)
    {
        parameter.ParameterName = Statement.Parameter(index);
        parameter.Value = value ?? DBNull.Value;
        return parameter;
    }
}
