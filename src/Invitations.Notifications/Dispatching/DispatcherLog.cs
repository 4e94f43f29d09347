using Microsoft.Extensions.Logging;

namespace Invitations;

/// <summary>What the dispatcher logs.</summary>
internal static partial class DispatcherLog
{
    [LoggerMessage(EventId = 6201, EventName = "DispatcherInterrupted", Level = LogLevel.Error,
        Message = "The dispatcher cannot work ({Part}); it tries again with growing pauses and says when it can.")]
    public static partial void Interrupted(ILogger logger, Exception exception, string part);

    [LoggerMessage(EventId = 6202, EventName = "DispatcherResumed", Level = LogLevel.Information,
        Message = "The dispatcher works again ({Part}), after {Failures} failures.")]
    public static partial void Resumed(ILogger logger, string part, int failures);

    [LoggerMessage(EventId = 6203, EventName = "StepFailed", Level = LogLevel.Error,
        Message = "What became of some messages of channel {Channel} could not be written down before their lease ended; they are sent again.")]
    public static partial void StepFailed(ILogger logger, Exception exception, string channel);

    [LoggerMessage(EventId = 6204, EventName = "NoChannels", Level = LogLevel.Warning,
        Message = "The dispatcher runs without a channel: messages wait. Add one, such as AddChannel<T>().")]
    public static partial void NoChannels(ILogger logger);
}
