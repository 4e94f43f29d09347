using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Invitations.EntityFramework.Tests.Statements;

/// <summary>Collects the statements that a store runs, from its log.</summary>
internal sealed class StatementLog : ILoggerProvider, ILogger
{
    private const int StatementRun = 7001;

    private readonly ConcurrentQueue<string> _statements = new();

    public IReadOnlyList<string> Statements => [.. _statements];

    public void Clear() => _statements.Clear();

    public ILogger CreateLogger(string categoryName) => this;

    public void Dispose()
    {
    }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (eventId.Id == StatementRun)
            _statements.Enqueue(formatter(state, exception));
    }
}
