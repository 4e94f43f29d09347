using Microsoft.Extensions.Logging;

namespace Invitations;

/// <summary>What the channels log. No token, code, address, name or answer of a provider is ever an argument.</summary>
internal static partial class ChannelLog
{
    [LoggerMessage(EventId = 6111, EventName = "SenderRefused", Level = LogLevel.Error,
        Message = "The SMTP server does not let this host send (delivery {DeliveryId}, reply {Code}): look at user, password, sender address and certificate. It is tried again later.")]
    public static partial void SenderRefused(ILogger logger, Guid deliveryId, int code);

    [LoggerMessage(EventId = 6112, EventName = "GatewayRefused", Level = LogLevel.Error,
        Message = "The provider of channel {Channel} does not let this host send (delivery {DeliveryId}, status {Status}): look at URL and credentials. It is tried again later.")]
    public static partial void GatewayRefused(ILogger logger, string channel, Guid deliveryId, int status);

    [LoggerMessage(EventId = 6113, EventName = "FileDropUsed", Level = LogLevel.Warning,
        Message = "Messages over {Channel} are written into a folder and reach nobody (AddFileDrop): for development only.")]
    public static partial void FileDropUsed(ILogger logger, string channel);
}
