using Microsoft.Extensions.Logging;

namespace Invitations.Stores.EntityFramework;

/// <summary>Everything that the stores log. No value of a statement is ever an argument.</summary>
internal static partial class Log
{
    [LoggerMessage(EventId = 7001, EventName = "StatementRun", Level = LogLevel.Debug, Message = "The statement '{Statement}' was run.")]
    public static partial void StatementRun(ILogger logger, string statement);

    [LoggerMessage(EventId = 7002, EventName = "TransactionRetried", Level = LogLevel.Debug,
        Message = "A transaction met another one and is run again after attempt {Attempt}.")]
    public static partial void TransactionRetried(ILogger logger, int attempt);
}
