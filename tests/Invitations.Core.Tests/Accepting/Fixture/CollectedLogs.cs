using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Invitations.Tests.Accepting.Fixture;

/// <summary>Everything that was logged: the line, each argument, the exception.</summary>
internal sealed class CollectedLogs : ILoggerProvider
{
    private readonly ConcurrentQueue<Line> _lines = [];

    public IReadOnlyCollection<Line> Lines => _lines;

    public ILogger CreateLogger(string categoryName) => new Logger(_lines);

    public void Dispose()
    {
    }

    public sealed record Line(LogLevel Level, string? Event, string Text, IReadOnlyList<object?> Arguments, Exception? Exception);

    private sealed class Logger(ConcurrentQueue<Line> lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => lines.Enqueue(new(
                logLevel,
                eventId.Name,
                formatter(state, exception),
                state is IReadOnlyList<KeyValuePair<string, object?>> pairs ? [.. pairs.Select(pair => pair.Value)] : [state],
                exception));
    }
}
